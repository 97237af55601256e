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

import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import type { EnvironmentSummary } from '../../model/environmentSummaries';
import { gitopsVaultTranslationRef } from '../../translation';
import { ReferenceStatus } from '../State';

const worstFirst = ['failed', 'stale', 'unknown', 'synced'] as const;

/** How many of the secrets that the cluster expects it has. */
export function ClusterCell({ references }: EnvironmentSummary) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  if (references.length === 0) {
    return <Text color="secondary">{t('card.notExpected')}</Text>;
  }
  return (
    <Lines>
      {worstFirst.map(status => {
        const count = references.filter(each => each.status === status).length;
        return (
          count > 0 && (
            <ReferenceStatus key={status} status={status} count={count} />
          )
        );
      })}
    </Lines>
  );
}
