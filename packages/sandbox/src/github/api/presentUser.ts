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

import type { GitHub } from '../GitHub';

/** GitHub's short form of a user or organisation. */
export function presentUser(
  github: Pick<GitHub, 'baseUrl' | 'organisation'>,
  login: string,
) {
  const organisation =
    login.toLowerCase() === github.organisation.toLowerCase();
  return {
    login,
    id:
      [...login].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 1e9,
    type: organisation ? 'Organization' : 'User',
    site_admin: false,
    avatar_url: '',
    url: `${github.baseUrl}/api/v3/users/${encodeURIComponent(login)}`,
    html_url: `${github.baseUrl}/${encodeURIComponent(login)}`,
  };
}
