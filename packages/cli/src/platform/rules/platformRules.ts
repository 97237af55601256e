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

import { argocdRules } from './argocdRules';
import { availabilityRules } from './availabilityRules';
import { clusterRules } from './clusterRules';
import { domainRules } from './domainRules';
import { featureRules } from './featureRules';
import { nameRules } from './nameRules';
import { networkRules } from './networkRules';
import type { PlatformRule } from './PlatformRule';
import { secretRules } from './secretRules';
import { tlsRules } from './tlsRules';
import { writerRules } from './writerRules';

/** Everything that must hold between the fields of a `platform.yaml`. */
export const PLATFORM_RULES: readonly PlatformRule[] = [
  ...clusterRules,
  ...nameRules,
  ...domainRules,
  ...networkRules,
  ...secretRules,
  ...argocdRules,
  ...writerRules,
  ...tlsRules,
  ...availabilityRules,
  ...featureRules,
];
