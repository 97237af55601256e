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

export * from './ServiceRequest';
export { checkServiceRequest } from './checkServiceRequest';
export { planServiceFiles } from './planServiceFiles';
export { followSwitches } from './followSwitches';
export type { ImageUpdaterOptions } from './changeWriter';
export { meshNamespace, type NamespaceMetadata } from './meshNamespace';
export {
  mergeServiceRegistries,
  readServiceRegistries,
  SERVICE_REGISTRIES_FILE,
} from './serviceRegistries';
export { OWN_CHART_PATH, PLATFORM_CHART_PATH } from './chartSources';
export {
  applicationName,
  isServiceName,
  projectName,
  SERVICE_NAME_RULE,
  serviceFilePaths,
  serviceFolder,
} from './serviceNames';
export { findRepositoryConfig } from './findRepositoryConfig';
export { findStartingPoint, type StartingPoint } from './findStartingPoint';
export { readChartRevision } from './readChartRevision';
export { readServiceFiles } from './readServiceFiles';
export { checkProjects } from './checkProjects';
export * from './checks';
export * from './siblingRepositoryUrl';
