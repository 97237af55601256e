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

/**
 * What a policy's rules see: something of an upstream system, together with the entity on whose page it is shown.
 * @public
 */
export interface GitOpsResource {
  /** The entity's full reference, in lower case. */
  entityRef: string;
  /** Who owns the entity: the targets of its `ownedBy` relations. */
  owners: string[];
  /** Name of a configured environment, or `unknown`. */
  environment: string;
  /** Argo CD AppProject. */
  project: string;
  /** Name of the upstream instance, as configured. */
  instance: string;
}

/**
 * A condition on one field of a {@link GitOpsResource}, as rules translate to it.
 * @public
 */
export interface GitOpsResourceFilter {
  key: 'owners' | 'environment' | 'project' | 'instance';
  values: string[];
}
