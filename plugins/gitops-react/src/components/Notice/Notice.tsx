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

import type { ReactNode } from 'react';
import { Alert } from '@backstage/ui';
import styles from './Notice.module.css';

/**
 * Props of {@link Notice}.
 * @public
 */
export type NoticeProps = {
  status: 'info' | 'warning' | 'danger';
  /** What is the case. */
  title: ReactNode;
  /** Why, since when, and what to do. */
  children?: ReactNode;
  /** Buttons. */
  actions?: ReactNode;
};

/**
 * Something the reader ought to know beside, or instead of, what was asked for.
 *
 * @remarks
 * Only its title is announced: ages in the text tick, and would be read out again and again.
 *
 * @public
 */
export function Notice({ status, title, children, actions }: NoticeProps) {
  return (
    <Alert
      className={styles.notice}
      status={status}
      icon
      title={
        <span role={status === 'danger' ? 'alert' : 'status'}>{title}</span>
      }
      description={children}
      customActions={actions}
    />
  );
}
