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

import path from 'node:path';
import type { Check } from '../../core/Check';
import type { Problem } from '../../core/Problem';

/** @internal */
export const dockerfiles: Check = {
  id: 'docker',
  title: 'Dockerfiles start from pinned bases and do not run as root',
  *run({ tree, count }) {
    for (const [file, text] of tree) {
      if (!/^(.*\.)?Dockerfile(\..*)?$/.test(path.posix.basename(file)))
        continue;
      count('Dockerfiles');
      yield* checkDockerfile(file, text);
    }
  },
};

function* checkDockerfile(file: string, text: string): Iterable<Problem> {
  const stages = new Set<string>();
  const defaults = new Map<string, string>();
  let user: { name: string; line: number } | undefined;
  let lastFrom = 1;
  for (const [index, line] of text.split('\n').entries()) {
    const at = { file, line: index + 1 };
    const argument = /^\s*ARG\s+(\w+)=(\S+)/i.exec(line);
    if (argument) defaults.set(argument[1], argument[2].replace(/["']/g, ''));
    const from = /^\s*FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?/i.exec(line);
    if (from) {
      const image = from[1].replace(
        /\$\{?(\w+)\}?/g,
        (whole, name: string) => defaults.get(name) ?? whole,
      );
      if (!stages.has(image) && !isPinned(image)) {
        yield {
          ...at,
          what: `starts from ${from[1]}, which may be another image tomorrow`,
          mend: 'Name a version, better with its digest: image:1.2.3@sha256:….',
        };
      }
      if (from[2]) stages.add(from[2]);
      user = undefined;
      lastFrom = index + 1;
    }
    const named = /^\s*USER\s+(\S+)/i.exec(line);
    if (named) user = { name: named[1], line: index + 1 };
  }
  if (!user) {
    yield {
      file,
      line: lastFrom,
      what: 'has no USER: the container runs as whoever the base says, often root',
      mend: 'Add USER with a number but 0, which runAsNonRoot can check.',
    };
  } else if (!/^[1-9]\d*(:\d+)?$/.test(user.name)) {
    yield {
      file,
      line: user.line,
      what: `runs as ${user.name}: runAsNonRoot refuses a user that is not a number, or 0`,
      mend: 'Write the number of the user.',
    };
  }
}

function isPinned(image: string): boolean {
  if (image === 'scratch' || image.includes('@sha256:')) return true;
  const tag = /:([^/:]+)$/.exec(image)?.[1];
  return tag !== undefined && /\d/.test(tag) && !tag.startsWith('latest');
}
