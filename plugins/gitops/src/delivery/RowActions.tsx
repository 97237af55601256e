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
import type { DeliveryRow } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  RemedyLink,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { Small } from '../small';
import { gitopsTranslationRef } from '../translation';
import styles from './RowActions.module.css';

/** What one can do about an environment and what that would do, or why one cannot. */
export function RowActions(
  props: Pick<DeliveryRow, 'environment' | 'actions'>,
) {
  const { environment, actions } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <ul
      className={styles.actions}
      aria-label={t('action.label', { environment })}
    >
      {actions.map(({ kind, template, parameters, possible, reason }) => {
        const label = t(`action.${kind}`, { environment });
        return (
          <li key={kind} className={styles.action}>
            {possible ? (
              <RemedyLink remedy={{ label, template, parameters }} />
            ) : (
              <span className={styles.impossible}>
                {t('action.impossible', { action: label })}
              </span>
            )}
            {reason && <Small>{asSentence(reason)}</Small>}
          </li>
        );
      })}
    </ul>
  );
}
