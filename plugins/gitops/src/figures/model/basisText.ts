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

import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import { durationWords } from './durationWords';
import type { Words } from '../../translation';

const COUNTED = {
  deploymentFrequency: 'deployments',
  leadTime: 'deployments',
  changeFailureRate: 'deployments',
  timeToRestore: 'failures',
  secretRotation: 'rotations',
} as const;

/** Over how much a figure stands, in its own unit: "12 deployments", "29 days". */
export function basisText(
  name: DeliveryFigure['name'],
  basis: number,
  { t, locale }: Words,
): string {
  return name === 'availability'
    ? durationWords(basis, locale)
    : t(`figureBasis.${COUNTED[name]}`, { count: basis });
}
