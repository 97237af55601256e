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
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Rollout.module.css';

/** What the analysis runs of a rollout say. */
export function RolloutAnalysis(props: { analysis: RolloutState['analysis'] }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <div>
      <Text variant="body-small" color="secondary">
        {t('rollout.analysis')}
      </Text>
      <ul className={styles.steps} aria-label={t('rollout.analysis')}>
        {props.analysis.map(({ name, phase, message }) => (
          <li key={name} className={styles.step}>
            <StatusText {...lookOf(phase)}>{phase}</StatusText>
            <span>
              {name}
              {message && (
                <Text
                  variant="body-small"
                  color="secondary"
                >{` ${message}`}</Text>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Of the phases of an AnalysisRun, those that Argo Rollouts has today. */
function lookOf(phase: string) {
  switch (phase) {
    case 'Successful':
      return { icon: RiCheckboxCircleFill, tone: 'good' } as const;
    case 'Failed':
    case 'Error':
      return { icon: RiErrorWarningFill, tone: 'bad' } as const;
    case 'Running':
    case 'Pending':
      return { icon: RiLoader4Line, tone: 'busy' } as const;
    default:
      return { icon: RiQuestionLine, tone: 'quiet' } as const;
  }
}
