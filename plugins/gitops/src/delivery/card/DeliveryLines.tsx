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
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  DataTable,
  FindingsList,
  useOptionalRoute,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { deliveryRouteRef } from '../../routes';
import { Small } from '../../small';
import { gitopsTranslationRef } from '../../translation';
import { behindText } from '../cells';
import { lackOf } from '../model/lackOf';
import { rowKey } from '../model/rowKey';
import { RowState } from '../RowState';
import styles from './DeliveryLines.module.css';

/** The rows of the tab, a line each. */
export function DeliveryLines({ delivery }: { delivery: EntityDelivery }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const tab = useOptionalRoute(deliveryRouteRef)?.();
  const lack = lackOf('applications', delivery);
  return (
    <DataTable
      label={t('delivery.label')}
      items={delivery.rows}
      itemKey={rowKey}
      columns={[
        {
          id: 'environment',
          title: t('delivery.environment'),
          isRowHeader: true,
          cell: ({ environment, cluster }) => (
            <span className={styles.environment}>
              {tab ? (
                <Link
                  className={styles.link}
                  href={tab}
                  aria-label={t('delivery.openTab', { environment })}
                >
                  {environment}
                </Link>
              ) : (
                environment
              )}
              {severalClusters(delivery) && cluster && (
                <Small>{` ${cluster}`}</Small>
              )}
            </span>
          ),
        },
        {
          id: 'state',
          title: t('delivery.state'),
          cell: row => <RowState state={row.state} />,
        },
        {
          id: 'version',
          title: t('delivery.version'),
          cell: ({ version }) => (
            <span className={styles.version} title={version?.images.join('\n')}>
              {version?.placeholder
                ? t('runs.placeholder')
                : version?.label ??
                  (lack ? t(`part.${lack.status}`) : t('runs.nothing'))}
            </span>
          ),
        },
        {
          id: 'behind',
          title: t('delivery.behind'),
          cell: ({ behind }) => (
            <Text color={behind && !behind.same ? 'primary' : 'secondary'}>
              {behind ? behindText(behind, t) : '–'}
            </Text>
          ),
        },
      ]}
      note={row =>
        row.findings.length > 0 ? (
          // They come ranked: the first is the most telling.
          <FindingsList findings={row.findings.slice(0, 1)} compact />
        ) : undefined
      }
    />
  );
}

function severalClusters({ rows }: EntityDelivery): boolean {
  return new Set(rows.flatMap(({ cluster }) => cluster ?? [])).size > 1;
}
