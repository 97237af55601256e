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

import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  DataTable,
  FindingsList,
  untoldFindings,
  useOptionalRoute,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { environmentSummaries } from '../../model/environmentSummaries';
import { rootRouteRef } from '../../routes';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';
import { ClusterCell } from './ClusterCell';
import { RotationCell } from './RotationCell';
import { VaultCell } from './VaultCell';

// More of them are for the tab.
const FINDINGS_AT_MOST = 2;

/** A row per environment, and what is wrong there below it. */
export function EnvironmentsTable({ value }: { value: EntitySecrets }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const tab = useOptionalRoute(rootRouteRef)?.();
  const summaries = environmentSummaries(
    value,
    untoldFindings(value),
    Date.now(),
  );
  if (summaries.length === 0) {
    return null;
  }
  return (
    <DataTable
      label={t('card.label')}
      items={summaries}
      itemKey={({ environment }) => environment}
      columns={[
        {
          id: 'environment',
          title: t('card.environment'),
          isRowHeader: true,
          cell: ({ environment }) => (
            <Text weight="bold">
              {tab ? (
                <Link
                  className={styles.link}
                  href={`${tab}?${new URLSearchParams({ environment })}`}
                  aria-label={t('card.openTab', { environment })}
                >
                  {environment}
                </Link>
              ) : (
                environment
              )}
            </Text>
          ),
        },
        {
          id: 'vault',
          title: t('card.vault'),
          cell: summary => <VaultCell {...summary} />,
        },
        {
          id: 'rotation',
          title: t('card.rotation'),
          cell: summary => <RotationCell {...summary} />,
        },
        {
          id: 'changed',
          title: t('card.changed'),
          cell: ({ changedAt }) =>
            changedAt ? (
              <Age time={changedAt} />
            ) : (
              <Text color="secondary">{t('card.unknown')}</Text>
            ),
        },
        {
          id: 'cluster',
          title: t('card.cluster'),
          cell: summary => <ClusterCell {...summary} />,
        },
      ]}
      note={({ findings }) =>
        findings.length > 0 ? (
          <FindingsList findings={findings} atMost={FINDINGS_AT_MOST} compact />
        ) : undefined
      }
    />
  );
}
