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

/** How a run stands, and how it ended. */
export type CiOutcome =
  | 'queued'
  | 'running'
  | 'succeeded'
  | 'waiting'
  | 'failed';

/** One run of CI: a push to the main branch of a service's repository. Times are ISO 8601. */
export interface CiRun {
  id: number;
  revision: string;
  outcome: CiOutcome;
  /** What happened, for the person who looks at the log. */
  message: string;
  /** The image that this run "built", with its tag. */
  image?: string;
  /** Number of the pull request on the GitOps repository that made the bump. */
  pullRequest?: number;
  startedAt: string;
  finishedAt?: string;
}
