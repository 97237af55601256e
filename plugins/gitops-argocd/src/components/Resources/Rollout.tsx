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

import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import { Facts } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { RolloutAnalysis } from './RolloutAnalysis';
import { RolloutPause } from './RolloutPause';
import { RolloutSteps } from './RolloutSteps';

/** How far an Argo Rollout is: its step, the traffic, what it waits for, and what its analysis says. */
export function Rollout({ rollout }: { rollout: RolloutState }) {
  const { strategy, phase, message, step, steps, weight, analysis } = rollout;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const revisions = [
    rollout.stableRevision &&
      t('rollout.stable', { revision: rollout.stableRevision }),
    rollout.currentRevision !== rollout.stableRevision &&
      rollout.currentRevision &&
      t('rollout.next', { revision: rollout.currentRevision }),
  ].filter(Boolean);
  return (
    <Flex direction="column" gap="2">
      <Text as="h4" variant="body-medium" weight="bold">
        {`${t('rollout.title')}: ${t(`rollout.${strategy}`)}, ${phase}`}
      </Text>
      {rollout.aborted && <Text>{t('rollout.aborted')}</Text>}
      <RolloutPause rollout={rollout} />
      {message && message !== rollout.pauseReason && (
        <Text variant="body-small">{message}</Text>
      )}
      <Facts
        dense
        facts={[
          {
            name: t('rollout.weight'),
            value:
              weight === undefined
                ? undefined
                : t('rollout.percent', { weight: String(weight) }),
          },
          {
            name: t('rollout.revisions'),
            value: revisions.join(', ') || undefined,
          },
        ]}
      />
      {steps.length > 0 && <RolloutSteps steps={steps} step={step} />}
      {analysis.length > 0 && <RolloutAnalysis analysis={analysis} />}
    </Flex>
  );
}
