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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '../translation';
import { FindingItem } from './FindingItem';
import styles from './Findings.module.css';

/**
 * Props of {@link FindingsList}.
 * @public
 */
export type FindingsListProps = {
  /** In the order in which they are to stand; the backend ranks them. */
  findings: Finding[];
  /** Only severity, message and remedy: for a card, or below the row of the environment that they are about. */
  compact?: boolean;
  /** How many to show; the rest is counted. */
  atMost?: number;
};

/**
 * What is wrong or wants attention, each with how bad it is, where, since when, what shows it and what mends it.
 * @public
 */
export function FindingsList(props: FindingsListProps) {
  const { findings, compact, atMost = findings.length } = props;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  if (findings.length === 0) {
    return null;
  }
  return (
    <ul className={styles.list} aria-label={t('findings.label')}>
      {findings.slice(0, atMost).map((finding, index) => (
        // Two findings may read the same, such as of two clusters.
        <li key={`${index} ${finding.kind}`} className={styles.item}>
          <FindingItem finding={finding} compact={compact} />
        </li>
      ))}
      {findings.length > atMost && (
        <li className={styles.more}>
          {t('findings.more', { hidden: String(findings.length - atMost) })}
        </li>
      )}
    </ul>
  );
}
