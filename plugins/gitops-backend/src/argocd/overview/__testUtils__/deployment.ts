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

/** A deployment that Argo CD remembers. */
export const deployment = {
  id: 3,
  startedAt: '2026-11-20T10:00:00Z',
  deployedAt: '2026-11-20T10:00:02Z',
  initiatedBy: 'admin',
  revisions: ['a'.repeat(40)],
  sources: [{ repoUrl: 'https://git.acme.example/acme/platform' }],
};
