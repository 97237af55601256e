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
import type { RemixiconComponentType } from '@remixicon/react';
import styles from './StatusText.module.css';

/**
 * How a status is to be taken. It colours the icon; the text says the status.
 * @public
 */
export type Tone = 'good' | 'busy' | 'attention' | 'bad' | 'quiet';

/**
 * Props of {@link StatusText}.
 * @public
 */
export type StatusTextProps = {
  icon: RemixiconComponentType;
  tone: Tone;
  children: ReactNode;
};

/**
 * A status: an icon and the word for it.
 * @public
 */
export function StatusText(props: StatusTextProps) {
  const { icon: Icon, tone, children } = props;
  return (
    <span className={styles.status}>
      <Icon className={styles[tone]} size={16} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
