/*
 * Copyright 2026 The GitOps Platform Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ANNOTATION_VAULT_SECRETS_PATH } from '@gitops-platform/backstage-plugin-gitops-common';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';

const EXAMPLE = `${ANNOTATION_VAULT_SECRETS_PATH}: dev=dev/cart,production=production/cart`;

/** What the entity claims, where nothing is known of it, and how to put it right. */
export function NothingKnown({ claim, instances }: EntitySecrets) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  if (claim.source === 'none') {
    return (
      <EmptyNotice title={t('nothing.title')}>
        {t('nothing.none')}{' '}
        {t('nothing.how', { example: <code>{EXAMPLE}</code> })}
      </EmptyNotice>
    );
  }
  const servers = instances.map(({ name }) => name).join(', ');
  return (
    <EmptyNotice title={t('nothing.found', { paths: claim.paths.join(', ') })}>
      {[
        instances.length > 0
          ? t('nothing.asked', { servers })
          : t('nothing.noServer'),
        claim.source === 'pattern'
          ? t('nothing.comparePattern')
          : t('nothing.compare'),
      ].join(' ')}
    </EmptyNotice>
  );
}
