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
import {
  ANNOTATION_TRAEFIK_INGRESS_ROUTE,
  type EntityRoutes,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';

const EXAMPLE = `${ANNOTATION_TRAEFIK_INGRESS_ROUTE}: cart-dev/cart`;

/** What the entity claims, where nothing fits it, and how to put it right. */
export function NothingFound({ claim, instances }: EntityRoutes) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  if (claim.source === 'none') {
    return (
      <EmptyNotice title={t('nothing.title')}>
        {t('nothing.none')}{' '}
        {t('nothing.how', { example: <code>{EXAMPLE}</code> })}
      </EmptyNotice>
    );
  }
  const claims = [...claim.ingressRoutes, ...claim.services, ...claim.hosts];
  const asked = instances.map(({ name }) => name).join(', ');
  return (
    <EmptyNotice title={t('nothing.found')}>
      {[
        t('nothing.claims', {
          claims: claims.join(', ') || t('nothing.applications'),
        }),
        instances.length > 0
          ? t('nothing.asked', { instances: asked })
          : t('nothing.noInstance'),
        t('nothing.compare'),
      ].join(' ')}
    </EmptyNotice>
  );
}
