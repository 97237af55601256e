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

import {
  DataTable,
  type DataTableProps,
} from '@gitops-platform/backstage-plugin-gitops-react';
import styles from './WideTable.module.css';

/** A table of many columns: where there is no room for them, those of a row stand in a grid, with their titles. */
export function WideTable<T>(props: DataTableProps<T>) {
  return (
    <div className={styles.wide}>
      <DataTable {...props} />
    </div>
  );
}
