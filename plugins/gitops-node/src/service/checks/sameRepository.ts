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
 * Whether two URLs open the same repository: `.git`, a trailing slash, the scheme and letter case do not count.
 * @public
 */
export function sameRepository(left: string, right: string): boolean {
  return placeOf(left) === placeOf(right);
}

function placeOf(url: string): string {
  return url
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/^git@([^:/]+):/, '$1/')
    .replace(/^[a-z+]+:\/\/([^@/]*@)?/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
