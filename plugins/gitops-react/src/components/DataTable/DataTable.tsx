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

import { Fragment, type ReactNode } from 'react';
import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import styles from './DataTable.module.css';

/**
 * A column of a {@link DataTable}.
 * @public
 */
export type DataTableColumn<T> = {
  id: string;
  title: string;
  cell(item: T): ReactNode;
  /** Whether it names the row. One column does. */
  isRowHeader?: boolean;
};

/**
 * Props of {@link DataTable}.
 * @public
 */
export type DataTableProps<T> = {
  /** What the table holds, for a screen reader. */
  label: string;
  columns: DataTableColumn<T>[];
  items: T[];
  itemKey(item: NoInfer<T>): string;
  /** What there is to say of an item below it, as wide as the table. */
  note?(item: NoInfer<T>): ReactNode;
};

/**
 * A table whose columns are as wide as what is in them. Where there is no room for that, the cells of a row stand below
 * each other, with the titles of their columns.
 * @public
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, items, itemKey, note } = props;
  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={label}>
        <TableHeader>
          {columns.map(({ id, title, isRowHeader }) => (
            <Column key={id} id={id} isRowHeader={isRowHeader}>
              {title}
            </Column>
          ))}
        </TableHeader>
        <TableBody>
          {items.map(item => {
            const key = itemKey(item);
            const below = note?.(item);
            return (
              <Fragment key={key}>
                <Row id={key} className={below ? styles.noted : undefined}>
                  {columns.map(({ id, title, cell }) => (
                    <Cell key={id} data-title={title}>
                      {cell(item)}
                    </Cell>
                  ))}
                </Row>
                {below && (
                  <Row id={`${key} note`}>
                    <Cell colSpan={columns.length}>{below}</Cell>
                  </Row>
                )}
              </Fragment>
            );
          })}
        </TableBody>
      </TableRoot>
    </div>
  );
}
