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

export type {
  ArgoApplicationSet,
  ArgoApplicationSetCondition,
} from './ApplicationSets';
export type { ArgoNameList } from './applications';
export * from './ArgoApplication';
export * from './ArgoCdClient';
export * from './claimOf';
export type { ArgoCluster } from './Clusters';
export type { ArgoEventObject } from './details';
export * from './environmentOf';
export type { ArgoEvent } from './Events';
export * from './LabelSelector';
export { OPERATION_REQUESTED_BY } from './operationOf';
export type {
  ArgoOperationProgress,
  ArgoOperationResource,
} from './OperationProgress';
export type { ArgoResourceRef, ArgoSyncRequest } from './operations';
export { parseApplication } from './parseApplication';
export type { ArgoStreamEvent } from './parseStreamLine';
export type { ArgoLogLine, ArgoLogRequest } from './readPodLogs';
export type { ArgoResourceState } from './ResourceStates';
export type { ArgoManagedResource, ArgoResourceNode } from './ResourceTree';
export type {
  ArgoChartDetails,
  ArgoOciMetadata,
  ArgoRevisionMetadata,
  ArgoRevisionOptions,
} from './revisions';
export { sourceKindOf } from './sourceKindOf';
export type {
  ArgoSourceDetails,
  ArgoSources,
  ArgoSyncPolicy,
} from './SourceDetails';
export type {
  ArgoDirectoryDetails,
  ArgoHelmDetails,
  ArgoKustomizeDetails,
  ArgoPluginDetails,
} from './sourceTools';
export type { ArgoSyncWindow, ArgoSyncWindows } from './SyncWindows';
export { EmptyListDoubt } from './EmptyListDoubt';
