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
import styles from './Facts.module.css';

/**
 * Props of {@link Facts}.
 * @public
 */
export type FactsProps = {
  facts: Array<{
    name: string;
    /** What is `undefined` is left out. */
    value: ReactNode | undefined;
  }>;
  /** For where there is little room. */
  dense?: boolean;
};

/**
 * Names and what they stand for.
 * @public
 */
export function Facts({ facts, dense }: FactsProps) {
  return (
    <dl className={dense ? styles.dense : styles.facts}>
      {facts
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
