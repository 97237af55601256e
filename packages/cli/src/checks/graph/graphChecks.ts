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

import type { Check } from '../core/Check';
import { applicationSets } from './applicationSets';
import {
  finalizers,
  hooks,
  retries,
  serverSideApply,
} from './applicationRules';
import { dnsOwners } from './dnsOwners';
import { environmentFolders } from './environmentFolders';
import { gatewayApiOwner } from './gatewayApiOwner';
import { ingressKinds } from './ingressKinds';
import { missingKinds } from './missingKinds';
import { namespaceOwners } from './namespaceOwners';
import { projectRules } from './projectRules';
import { releaseRules } from './releases';
import { replicaOwners } from './replicaOwners';
import { resourceCrds } from './resourceCrds';
import { resourceOwners } from './resourceOwners';
import { retiredSources } from './retiredSources';
import {
  certificateRotation,
  meshIngress,
  rolloutPauses,
  rolloutWeights,
} from './rolloutRules';

/** How Applications, projects, add-ons and resources hang together. @internal */
export const graphChecks: readonly Check[] = [
  resourceCrds,
  missingKinds,
  resourceOwners,
  namespaceOwners,
  projectRules,
  environmentFolders,
  replicaOwners,
  serverSideApply,
  applicationSets,
  finalizers,
  retries,
  hooks,
  rolloutWeights,
  rolloutPauses,
  meshIngress,
  certificateRotation,
  gatewayApiOwner,
  dnsOwners,
  retiredSources,
  ingressKinds,
  ...releaseRules,
];
