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
import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EmptyNotice,
  ExternalLink,
  Notice,
  SectionCard,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { pathName } from '../../model/pathName';
import { gitopsVaultTranslationRef } from '../../translation';
import { PathNotice } from '../Notices';
import { PathFacts } from './PathFacts';
import { SecretsTable } from './SecretsTable';

/** One claimed path: where it is, how it fares, and the secrets below it. */
export function PathCard({ path }: { path: SecretPath }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const { status, secrets, limit, kvVersion, url } = path;
  const name = pathName(path);
  return (
    <SectionCard
      title={name}
      aside={
        url && (
          <ExternalLink
            href={url}
            label={t('facts.openLabel', { path: name })}
            icon
          >
            {t('facts.open')}
          </ExternalLink>
        )
      }
    >
      <PathFacts path={path} />
      <PathNotice path={path} />
      {status === 'ok' && kvVersion === '1' && (
        <Notice status="info" title={t('secrets.v1')}>
          {t('secrets.v1Hint')}
        </Notice>
      )}
      {secrets.length > 0 && <SecretsTable path={path} />}
      {status === 'ok' && secrets.length === 0 && (
        <EmptyNotice title={t('secrets.empty')}>
          {t('secrets.emptyHint')}
        </EmptyNotice>
      )}
      {limit !== undefined && (
        <Notice
          status="info"
          title={t('secrets.limit', { number: String(limit) })}
        >
          {t('secrets.limitHint')}
        </Notice>
      )}
    </SectionCard>
  );
}
