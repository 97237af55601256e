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

import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntityDelivery } from '@gitops-platform/backstage-plugin-gitops-common';
import { asSentence } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { lacksOf } from './model/lackOf';
import styles from './PartNotes.module.css';

/** Why columns are empty or incomplete, once for all rows. */
export function PartNotes({ delivery }: { delivery: EntityDelivery }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const lacks = lacksOf(delivery);
  if (lacks.length === 0) {
    return null;
  }
  return (
    <ul className={styles.notes}>
      {lacks.map(({ part, status, reason }) => (
        <li key={part}>
          <Text variant="body-small" weight="bold">
            {t(`part.names.${part}`)}
          </Text>{' '}
          <Text variant="body-small" color="secondary">
            {t(`part.${status}`)}
            {reason && ` ${asSentence(reason)}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
