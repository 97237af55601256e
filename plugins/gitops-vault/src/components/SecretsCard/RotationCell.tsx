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
import { RiAlarmWarningFill } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Lines,
  StatusText,
  Until,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { EnvironmentSummary } from '../../model/environmentSummaries';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** How many secrets of an environment are past their rotation age, and when the next one is. */
export function RotationCell(props: EnvironmentSummary) {
  const { present, overdue, nextDueAt } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  if (overdue === 0 && !nextDueAt) {
    return (
      <Text color="secondary">
        {present > 0 ? t('card.noPolicy') : t('card.unknown')}
      </Text>
    );
  }
  return (
    <div className={styles.rotation}>
      <Lines>
        {overdue > 0 && (
          <StatusText icon={RiAlarmWarningFill} tone="attention">
            {t('card.overdue', { count: overdue })}
          </StatusText>
        )}
        {nextDueAt && (
          <Text variant={overdue > 0 ? 'body-small' : 'body-medium'}>
            {t('card.due', { date: <Until time={nextDueAt} /> })}
          </Text>
        )}
      </Lines>
    </div>
  );
}
