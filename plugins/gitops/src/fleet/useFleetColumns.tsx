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

import { useMemo, type ReactElement } from 'react';
import { Cell, type ColumnConfig } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetApplication } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { ApplicationName } from './cells/ApplicationName';
import { Images } from './cells/Images';
import { OneLine } from './cells/OneLine';
import { Owners } from './cells/Owners';

type Row = { id: string; row: FleetApplication };

/** The columns of the fleet's table. */
export function useFleetColumns(): ColumnConfig<Row>[] {
  const { t } = useTranslationRef(gitopsTranslationRef);
  return useMemo(() => {
    const column = (
      id: ColumnId,
      minWidth: number,
      width: ColumnConfig<Row>['defaultWidth'],
      content: (row: FleetApplication) => ReactElement,
      more: Partial<ColumnConfig<Row>> = {},
    ): ColumnConfig<Row> => ({
      id,
      label: t(`column.${id}`),
      defaultWidth: width,
      minWidth,
      isSortable: true,
      cell: ({ row }) => <Cell>{content(row)}</Cell>,
      ...more,
    });
    return [
      column('name', 200, '2fr', row => <ApplicationName row={row} />, {
        isRowHeader: true,
      }),
      column('environment', 132, '1fr', row => (
        <OneLine>{row.environment}</OneLine>
      )),
      column('health', 140, '2fr', row => (
        <OneLine below={row.reason}>
          <HealthStatus status={row.health} />
        </OneLine>
      )),
      column('sync', 112, '1fr', row => <SyncStatus status={row.sync} />),
      column(
        'version',
        96,
        '1fr',
        row => <Images images={row.images ?? []} />,
        { isSortable: false },
      ),
      column('project', 108, '1fr', row => (
        <OneLine below={row.instance}>{row.project}</OneLine>
      )),
      column('owner', 108, '1fr', row => <Owners row={row} />),
      column('since', 128, '1fr', row => (
        <OneLine>{row.since && <Age time={row.since} />}</OneLine>
      )),
    ];
  }, [t]);
}

type ColumnId =
  | 'name'
  | 'environment'
  | 'health'
  | 'sync'
  | 'version'
  | 'project'
  | 'owner'
  | 'since';
