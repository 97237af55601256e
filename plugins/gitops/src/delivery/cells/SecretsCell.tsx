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
import type {
  DeliveryRow,
  DeliverySecrets,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
} from '@remixicon/react';
import {
  Age,
  Lines,
  StatusText,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import type { Lack } from '../model/lackOf';
import styles from './cells.module.css';
import { LackText } from './LackText';
import { Small } from '../../small';

/** Whether an environment has the secrets that it asks for, and how old they are. */
export function SecretsCell({ row, lack }: { row: DeliveryRow; lack?: Lack }) {
  const { secrets } = row;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const none = !secrets || secrets.expected === 0;
  return (
    <div className={styles.secrets}>
      <Lines>
        {none ? (
          !lack && <Text color="secondary">{t('secret.none')}</Text>
        ) : (
          <Secrets {...secrets} />
        )}
        {lack && <LackText lack={lack} />}
      </Lines>
    </div>
  );
}

function Secrets(secrets: DeliverySecrets) {
  const { expected, present, overdue, lastRotatedAt, oldestRotatedAt } =
    secrets;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <>
      <StatusText
        icon={present < expected ? RiErrorWarningFill : RiCheckboxCircleFill}
        tone={present < expected ? 'bad' : 'good'}
      >
        {t('secret.present', {
          present: String(present),
          expected: String(expected),
        })}
      </StatusText>
      {overdue > 0 && (
        <StatusText icon={RiAlertFill} tone="attention">
          {t('secret.overdue', { count: overdue })}
        </StatusText>
      )}
      {lastRotatedAt && (
        <Small>
          {t('secret.rotated', { age: <Age time={lastRotatedAt} /> })}
        </Small>
      )}
      {oldestRotatedAt && oldestRotatedAt !== lastRotatedAt && (
        <Small>
          {t('secret.oldest', { age: <Age time={oldestRotatedAt} /> })}
        </Small>
      )}
    </>
  );
}
