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
import {
  RiAlertFill,
  RiErrorWarningFill,
  RiInformationLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age } from '../components/Age';
import { Disclosure } from '../components/Disclosure';
import { StatusText } from '../components/Status';
import { asSentence } from '../live';
import { gitopsReactTranslationRef } from '../translation';
import styles from './Findings.module.css';
import { RemedyLink } from './RemedyLink';

const looks = {
  error: { icon: RiErrorWarningFill, tone: 'bad' },
  warning: { icon: RiAlertFill, tone: 'attention' },
  info: { icon: RiInformationLine, tone: 'quiet' },
} as const;

/** One finding. */
export function FindingItem(props: { finding: Finding; compact?: boolean }) {
  const { finding, compact } = props;
  const { severity, message, environment, cluster, since, evidence, remedy } =
    finding;
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  const place = [environment, cluster].filter(Boolean).join(' · ');
  return (
    <>
      <span className={styles.severity}>
        <StatusText {...looks[severity]}>
          {t(`findings.${severity}`)}
        </StatusText>
      </span>
      <div className={styles.body}>
        <span className={styles.message}>
          {asSentence(message)}
          {!compact && (place || since) && (
            <Text variant="body-small" color="secondary">
              {' '}
              {place}
              {place && since && ' · '}
              {since &&
                t('findings.since', {
                  age: <Age time={since} form="duration" />,
                })}
            </Text>
          )}
        </span>
        {remedy && <RemedyLink remedy={remedy} />}
        {!compact && evidence.length > 0 && (
          <Disclosure label={t('findings.evidence')} about={message}>
            <ul className={styles.evidence}>
              {evidence.map((seen, index) => (
                <li key={`${index} ${seen}`}>{seen}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </>
  );
}
