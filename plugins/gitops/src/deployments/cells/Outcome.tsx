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

import {
  RiArrowGoBackLine,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
  RiQuestionLine,
  RiSkipForwardLine,
} from '@remixicon/react';
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Lines,
  StatusText,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { durationWords } from '../../figures';
import { Small } from '../../small';
import { useWords } from '../../translation';
import { secondsBetween } from '../secondsBetween';

const looks = {
  pending: { icon: RiLoader4Line, tone: 'busy' },
  healthy: { icon: RiCheckboxCircleFill, tone: 'good' },
  degraded: { icon: RiErrorWarningFill, tone: 'bad' },
  rolledBack: { icon: RiArrowGoBackLine, tone: 'bad' },
  superseded: { icon: RiSkipForwardLine, tone: 'quiet' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** How a deployment went, and where it failed, how long it took until all was well again. */
export function Outcome({ deployment }: { deployment: RecordedDeployment }) {
  const { outcome, failedAt, restoredAt } = deployment;
  const { t, locale } = useWords();
  const took = secondsBetween(failedAt, restoredAt);
  return (
    <Lines>
      <StatusText {...looks[outcome]}>
        {t(`deploymentOutcome.${outcome}`)}
      </StatusText>
      {failedAt && (
        <Small>
          {took === undefined
            ? t('deployments.notRestored')
            : t('deployments.restored', {
                duration: durationWords(took, locale, 'short'),
              })}
        </Small>
      )}
    </Lines>
  );
}
