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

import type { ReactNode } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  gitopsSecretMetadataReadPermission,
  type EntitySecrets,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ClaimContent,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { withoutTold } from '../../model/withoutTold';
import { gitopsVaultTranslationRef } from '../../translation';
import { NothingKnown } from './NothingKnown';

/** An entity's secrets in each of their states; `children` shows them where something is known of them. */
export function SecretsClaimContent(props: {
  resource: LiveResource<EntitySecrets>;
  children(value: EntitySecrets): ReactNode;
}) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <ClaimContent<EntitySecrets>
      {...props}
      system="Vault"
      what={t('state.what')}
      permission={gitopsSecretMetadataReadPermission.name}
      unknown={t('unreachable.hint')}
      hiddenTitle={count => t('hidden.title', { count })}
      isEmpty={value =>
        value.items.length === 0 && value.references.length === 0
      }
      empty={value => <NothingKnown {...value} />}
      notices={withoutTold}
    />
  );
}
