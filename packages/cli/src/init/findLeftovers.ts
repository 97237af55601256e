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

import type { PlatformFile } from '../platform';
import type { Tree } from '../tree';

/**
 * The places that still name another organisation's platform, as `path:line: what`. What the new one names as well is
 * nobody's leftover.
 * @public
 */
export function findLeftovers(
  tree: Tree,
  before: PlatformFile,
  after: PlatformFile,
): string[] {
  const own = namesOf(after).join(' ');
  const names = namesOf(before).filter(name => !own.includes(name));
  return [...tree].flatMap(([path, text]) =>
    text
      .split('\n')
      .flatMap((line, index) =>
        names
          .filter(name => line.includes(name))
          .map(name => `${path}:${index + 1}: ${name}`),
      ),
  );
}

/** What tells one platform from another. */
function namesOf(platform: PlatformFile): string[] {
  return [
    platform.repository.url.replace(/\.git$/, ''),
    platform.registry,
    platform.contact,
    platform.aws.accountId,
    platform.aws.region,
    platform.sso.issuer,
    ...Object.values(platform.sso.groups),
    ...[...platform.environments, ...platform.clusters].map(
      ({ domain }) => domain,
    ),
  ];
}
