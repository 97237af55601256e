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

export { API_VERSIONS, KUBERNETES_VERSION } from './apiVersions';
export { type ApplyResult, Cluster, type LiveResource } from './Cluster';
export { resourceNodes } from './childNodes';
export { describeNode } from './describeNode';
export { type SecretReader, SecretsOperator } from './externalSecrets';
export { formatTime } from './formatTime';
export { groupOf, identityOf, keyOf, versionOf } from './identity';
export { isNamespaced } from './kinds';
export { managedFieldsEntry } from './managedFields';
export {
  describePair,
  isModified,
  pairResources,
  type ResourcePair,
} from './managedResources';
export { podLog } from './podLog';
export { imagesOf, isBrokenImage } from './podTemplate';
export type { ResourceNode } from './ResourceNode';
export { resourceEvents } from './resourceEvents';
export { rootOf } from './rootOf';
export {
  type HealthClock,
  resourceHealth,
  rollsOutUntil,
} from './resourceHealth';
export { resourceTree, type ResourceTree } from './resourceTree';
export { sortedJson } from './sortedJson';
export { stableSuffix, stableUid } from './stableId';
export { trackedBy, withTracking } from './tracking';
