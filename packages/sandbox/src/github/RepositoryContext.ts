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

import type { BareRepository } from '../git';
import type { RepositoryRecord } from './RepositoryRecord';

/** The branch that every repository of the sandbox has as its default. */
export const DEFAULT_BRANCH = 'main';

/** One repository: its git objects and what GitHub keeps beside them. */
export interface RepositoryContext {
  owner: string;
  name: string;
  repository: BareRepository;
  record: RepositoryRecord;
}
