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

/** What is known of one entry of an Application's history. Times are ISO 8601 with milliseconds. */
export interface DeploymentFacts {
  /** Made of the Application's id and the history id. */
  id: string;
  applicationId: string;
  /** Argo CD's own number of the deployment, which only grows. */
  historyId: number;
  deployedAt: string;
  startedAt?: string;
  /** As Argo CD says. */
  initiatedBy?: string;
  /** The person that the portal asked it for. */
  requestedBy?: string;
  /** One per source. */
  revisions: string[];
  /** `name@version` of each source that is a chart or OCI image. */
  charts: string[];
  /** Of the first source in Git. */
  revision?: string;
  /** What ran when it was Synced and Healthy. */
  liveImages?: string[];
  /** What ran when it was not both: of the version before it, too. */
  rolloutImages?: string[];
  /** What Git named at its revision. */
  gitImages?: string[];
  /** Empty while the placeholder ran. */
  sourceRevision?: string;
  /** When the source commit was made. */
  committedAt?: string;
}
