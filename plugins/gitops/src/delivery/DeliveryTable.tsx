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
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import { WideTable } from '../section';
import { gitopsTranslationRef } from '../translation';
import {
  ApplicationsCell,
  BehindCell,
  EnvironmentCell,
  RoutesCell,
  RunsCell,
  SecretsCell,
} from './cells';
import { lackOf } from './model/lackOf';
import { isEmpty, noteOf } from './model/noteOf';
import { rowKey } from './model/rowKey';
import { waitsFor } from './model/waitsFor';
import { RowNote } from './RowNote';

/** A row per environment and cluster, in promotion order, and below it what is wrong there. */
export function DeliveryTable({ delivery }: { delivery: EntityDelivery }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const { rows } = delivery;
  const waits = waitsFor(delivery);
  return (
    <WideTable
      label={t('delivery.label')}
      items={rows}
      itemKey={rowKey}
      columns={[
        {
          id: 'environment',
          title: t('delivery.environment'),
          isRowHeader: true,
          cell: row => <EnvironmentCell {...row} />,
        },
        {
          id: 'runs',
          title: t('delivery.runs'),
          cell: row => (
            <RunsCell row={row} lack={lackOf('applications', delivery)} />
          ),
        },
        {
          id: 'argocd',
          title: t('delivery.argocd'),
          cell: row => (
            <ApplicationsCell
              row={row}
              lack={lackOf('applications', delivery)}
            />
          ),
        },
        {
          id: 'behind',
          title: t('delivery.behind'),
          cell: row => (
            <BehindCell
              row={row}
              first={row.environment === rows[0].environment}
              lack={lackOf('git', delivery)}
            />
          ),
        },
        {
          id: 'routes',
          title: t('delivery.routes'),
          cell: row => (
            <RoutesCell row={row} lack={lackOf('routes', delivery)} />
          ),
        },
        {
          id: 'secrets',
          title: t('delivery.secrets'),
          cell: row => (
            <SecretsCell row={row} lack={lackOf('secrets', delivery)} />
          ),
        },
      ]}
      note={row => {
        const note = noteOf(row, waits);
        return isEmpty(note) ? undefined : <RowNote note={note} />;
      }}
    />
  );
}
