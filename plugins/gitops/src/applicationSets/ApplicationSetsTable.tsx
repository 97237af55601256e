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

import { useMemo } from 'react';
import { Cell, Table, type ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetApplicationSet } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { OneLine } from '../fleet/cells/OneLine';
import { rowId } from '../fleet/fleetPages';
import { gitopsTranslationRef } from '../translation';
import { SetState } from './SetState';

type Row = { id: string; set: FleetApplicationSet };

/** A row per ApplicationSet. */
export function ApplicationSetsTable({
  sets,
}: {
  sets: FleetApplicationSet[];
}) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const columns: ColumnConfig<Row>[] = useMemo(
    () => [
      {
        id: 'name',
        label: t('column.set'),
        isRowHeader: true,
        defaultWidth: '2fr',
        minWidth: 160,
        cell: ({ set }) => (
          <Cell>
            <OneLine below={set.namespace}>
              <ExternalLink
                href={set.url}
                label={t('row.inArgoCd', { name: set.name })}
                icon
              >
                {set.name}
              </ExternalLink>
            </OneLine>
          </Cell>
        ),
      },
      {
        id: 'state',
        label: t('column.state'),
        defaultWidth: '3fr',
        minWidth: 200,
        cell: ({ set }) => (
          <Cell>
            <SetState set={set} />
          </Cell>
        ),
      },
      {
        id: 'applications',
        label: t('column.applications'),
        defaultWidth: '1fr',
        minWidth: 105,
        cell: ({ set }) => <Cell>{set.applications}</Cell>,
      },
      {
        id: 'generators',
        label: t('column.generators'),
        defaultWidth: '1fr',
        minWidth: 105,
        cell: ({ set }) => (
          <Cell>
            <OneLine>{set.generators.join(', ')}</OneLine>
          </Cell>
        ),
      },
      {
        id: 'instance',
        label: t('column.instance'),
        defaultWidth: '1fr',
        minWidth: 105,
        cell: ({ set }) => (
          <Cell>
            <OneLine below={set.project}>{set.instance}</OneLine>
          </Cell>
        ),
      },
      {
        id: 'created',
        label: t('column.created'),
        defaultWidth: '1fr',
        minWidth: 105,
        cell: ({ set }) => (
          <Cell>
            <OneLine>{set.createdAt && <Age time={set.createdAt} />}</OneLine>
          </Cell>
        ),
      },
    ],
    [t],
  );
  const data = useMemo(
    () => sets.map(set => ({ id: rowId(set), set })),
    [sets],
  );
  return (
    <section aria-label={t('sets.label')}>
      <Table columnConfig={columns} data={data} pagination={{ type: 'none' }} />
    </section>
  );
}
