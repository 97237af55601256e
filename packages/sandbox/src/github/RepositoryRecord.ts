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

/** A pull request as it is stored. Times are ISO 8601. */
export interface PullRecord {
  number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  draft: boolean;
  /** Branch and the last commit seen on it. */
  head: { ref: string; sha: string };
  base: { ref: string; sha: string };
  author: string;
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  merged?: { at: string; by: string; revision: string; mergeBase: string };
}

/** What GitHub knows of a repository beside its git objects. */
export interface RepositoryRecord {
  id: number;
  description: string;
  private: boolean;
  createdAt: string;
  pulls: PullRecord[];
  /** Branch to what `PUT …/protection` was given; nothing is enforced. */
  protection: Record<string, unknown>;
}
