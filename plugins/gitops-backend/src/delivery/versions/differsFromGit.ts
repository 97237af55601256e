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

import { imageOf, isSameBuild } from './imageOf';

/**
 * Whether something else runs than Git names; `undefined` where one of the two is not known.
 *
 * More may run than Git names, such as side cars and, while a new version comes up, the old one.
 */
export function differsFromGit(
  running: string[],
  named: string[] = [],
): boolean | undefined {
  if (running.length === 0 || named.length === 0) {
    return undefined;
  }
  const images = running.map(imageOf);
  const answers = named.map(imageOf).map(wanted => {
    const candidates = images.filter(
      ({ repository }) =>
        wanted.repository === '' || repository === wanted.repository,
    );
    const same = candidates.map(image => isSameBuild(image, wanted));
    return candidates.length > 0 && same.includes(undefined)
      ? undefined
      : !same.includes(true);
  });
  if (answers.includes(true)) {
    return true;
  }
  return answers.includes(undefined) ? undefined : false;
}
