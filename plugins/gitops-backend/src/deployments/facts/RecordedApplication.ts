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

/** An Application whose deployments are recorded. Times are ISO 8601 with milliseconds. */
export interface RecordedApplication {
  /** Made of instance and uid. */
  id: string;
  instance: string;
  uid: string;
  namespace: string;
  name: string;
  project: string;
  /** As it last was: name of a configured environment, or `unknown`. */
  environment: string;
  cluster: string;
  createdAt?: string;
  firstSeenAt: string;
  seenAt: string;
  removedAt?: string;
}
