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

import { useMemo, type UIEvent } from 'react';
import { Table } from '@backstage/ui';
import type { FleetApplication } from '@gitops-platform/backstage-plugin-gitops-common';
import type { FleetFilter } from './fleetFilter';
import { rowId } from './fleetPages';
import styles from './FleetTable.module.css';
import { sortOf } from './sortOf';
import { useFleetColumns } from './useFleetColumns';

const ROW_HEIGHT = 56;
/** How far above the end the next page is asked for, in pixels. */
const AHEAD = 20 * ROW_HEIGHT;

/** The rows that were loaded. Only those in sight are in the page, so that ten thousand scroll as ten do. */
export function FleetTable(props: {
  label: string;
  rows: FleetApplication[];
  filter: FleetFilter;
  onSort(change: Pick<FleetFilter, 'sort' | 'descending'>): void;
  /** Left out where there are no more rows. */
  onEndReached?: () => void;
}) {
  const { label, rows, filter, onSort, onEndReached } = props;
  const columns = useFleetColumns();
  const data = useMemo(
    () => rows.map(row => ({ id: rowId(row), row })),
    [rows],
  );

  const onScroll = ({ target }: UIEvent) => {
    if (!onEndReached || !(target instanceof HTMLElement)) {
      return;
    }
    const { scrollTop, clientHeight, scrollHeight } = target;
    if (scrollTop > 0 && scrollTop + clientHeight > scrollHeight - AHEAD) {
      onEndReached();
    }
  };

  return (
    <section
      className={styles.table}
      aria-label={label}
      onScrollCapture={onScroll}
    >
      <Table
        columnConfig={columns}
        data={data}
        pagination={{ type: 'none' }}
        sort={sortOf(filter, onSort)}
        virtualized={{ rowHeight: ROW_HEIGHT }}
      />
    </section>
  );
}
