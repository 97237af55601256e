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
import { RiAlarmWarningFill, RiCheckboxCircleFill } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretMetadata } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  gitopsReactTranslationRef,
  Lines,
  StatusText,
  Until,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { ageText } from '../../model/ageText';
import { isGone } from '../../model/secretState';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** The age of a secret against its rotation policy. */
export function RotationCell(secret: SecretMetadata) {
  const { rotation } = secret;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const { t: shared } = useTranslationRef(gitopsReactTranslationRef);
  if (isGone(secret, Date.now())) {
    return <Text color="secondary">{t('secrets.rotationGone')}</Text>;
  }
  if (!rotation) {
    return (
      <Text color="secondary">
        {secret.updatedAt ? t('secrets.noPolicy') : t('secrets.never')}
      </Text>
    );
  }
  const { overdue, dueAt, maxAgeSeconds, source } = rotation;
  return (
    <div className={styles.rotation}>
      <Lines>
        {overdue ? (
          <StatusText icon={RiAlarmWarningFill} tone="attention">
            {t('secrets.overdue')}
          </StatusText>
        ) : (
          <StatusText icon={RiCheckboxCircleFill} tone="good">
            {t('secrets.inTime')}
          </StatusText>
        )}
        <Text variant="body-small">
          {overdue
            ? t('secrets.overdueSince', { date: <Until time={dueAt} /> })
            : t('secrets.due', { date: <Until time={dueAt} /> })}
        </Text>
        <Text variant="body-small" color="secondary">
          {t('secrets.every', {
            age: ageText(maxAgeSeconds, shared('time.locale')),
            source: t(`secrets.${source}`),
          })}
        </Text>
      </Lines>
    </div>
  );
}
