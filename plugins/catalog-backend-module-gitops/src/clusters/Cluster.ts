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

/** A cluster that an instance deploys to. */
export interface Cluster {
  instance: string;
  /**
   * What identifies it: the address of its API server, the same on all instances; `in-cluster` for the one that the
   * instance itself runs in; its name where no more is known.
   */
  key: string;
  /** As the instance calls it, if it does. */
  name?: string;
  /** Known unless Applications name the cluster and nothing lists it. */
  server?: string;
}

export const IN_CLUSTER = 'in-cluster';

/** Whether another instance that has the same key means the same cluster. */
export function isShareable({ key, server }: Cluster): boolean {
  return key !== IN_CLUSTER && server !== undefined;
}
