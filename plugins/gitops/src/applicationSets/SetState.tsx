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
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiIndeterminateCircleLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { FleetApplicationSet } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { OneLine } from '../fleet/cells/OneLine';
import { gitopsTranslationRef } from '../translation';

/** How an ApplicationSet's Applications fare, in words, with what its own conditions complain of. */
export function SetState({ set }: { set: FleetApplicationSet }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const { applications, unhealthy, outOfSync, error } = set;
  const complaints = [
    unhealthy > 0 && t('sets.unhealthy', { count: unhealthy }),
    outOfSync > 0 && t('sets.outOfSync', { count: outOfSync }),
  ].filter(text => text !== false);
  if (error || complaints.length > 0) {
    return (
      <OneLine below={error}>
        <StatusText icon={RiErrorWarningFill} tone="bad">
          {complaints.join(', ') || t('sets.failing')}
        </StatusText>
      </OneLine>
    );
  }
  return applications > 0 ? (
    <StatusText icon={RiCheckboxCircleFill} tone="good">
      {t('sets.well')}
    </StatusText>
  ) : (
    <StatusText icon={RiIndeterminateCircleLine} tone="quiet">
      {t('sets.none')}
    </StatusText>
  );
}
