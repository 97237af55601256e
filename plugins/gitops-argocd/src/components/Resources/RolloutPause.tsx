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
import type { RolloutState } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  gitopsReactTranslationRef,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Why a rollout waits, since when, and what makes it go on. */
export function RolloutPause({ rollout }: { rollout: RolloutState }) {
  const { pauseReason, pausedSince, pauseEnds } = rollout;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { t: word } = useTranslationRef(gitopsReactTranslationRef);
  if (!pauseReason && !pausedSince) {
    return null;
  }
  return (
    <Text as="p">
      {pauseReason
        ? t('rollout.pausedBecause', { reason: pauseReason })
        : t('rollout.paused')}
      {pausedSince && (
        <>
          ,{' '}
          {t('rollout.pausedSince', {
            age: <Age time={pausedSince} form="duration" />,
          })}
        </>
      )}
      {'. '}
      {pauseEnds
        ? t('rollout.pauseEnds', {
            time: new Date(pauseEnds).toLocaleTimeString(word('time.locale')),
          })
        : t('rollout.promote')}
    </Text>
  );
}
