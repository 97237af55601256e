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
import styles from './Legible.module.css';

/**
 * Props of {@link Legible}.
 * @public
 */
export type LegibleProps = { children: ReactNode };

/**
 * Gives secondary text within it the contrast that WCAG asks of small text, on whatever it stands.
 * @remarks
 * On a card of the dark theme, and on a row that is selected, Backstage UI's own falls short of 4.5:1.
 * @public
 */
export function Legible({ children }: LegibleProps) {
  return <div className={styles.legible}>{children}</div>;
}
