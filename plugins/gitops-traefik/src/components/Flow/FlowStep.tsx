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
import { RiArrowRightLine } from '@remixicon/react';
import styles from './Flow.module.css';

/** One box of the drawing, and the arrow that leads to it. */
export function FlowStep(props: {
  title: string;
  isFirst?: boolean;
  /** Takes the room that the others leave. */
  isWide?: boolean;
  children: ReactNode;
}) {
  const { title, isFirst, isWide, children } = props;
  return (
    <li className={isWide ? styles.wide : styles.step}>
      {!isFirst && (
        <RiArrowRightLine className={styles.arrow} size={20} aria-hidden />
      )}
      <div className={styles.box}>
        <h3 className={styles.title}>{title}</h3>
        {children}
      </div>
    </li>
  );
}
