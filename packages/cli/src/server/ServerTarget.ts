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

import { readFile } from 'node:fs/promises';
import { InputError } from '@backstage/errors';

/**
 * A cluster to throw away, with Argo CD on it.
 *
 * @public
 */
export interface ServerTarget {
  kubeconfig: string;
  /** A repository that Argo CD reads and that may be pushed to; only the branch {@link BRANCH} is written. */
  gitUrl: string;
  /** Where Traefik's entry point `web` answers. */
  traefikUrl?: string;
}

/** What is pushed to {@link ServerTarget.gitUrl}. */
export const BRANCH = 'platform-check';

/**
 * Reads a file of `NAME=value` lines: `KUBECONFIG`, `GIT_URL`, optionally `TRAEFIK_WEB_URL`, and
 * `PLATFORM_SCRATCH=true`, which says that the cluster may be written to.
 *
 * @throws InputError that names the line that is missing.
 * @public
 */
export async function readServerTarget(file: string): Promise<ServerTarget> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const values = new Map(
    lines.flatMap(line => {
      const [, name, value] = /^(?:export )?(\w+)=(.*)$/.exec(line) ?? [];
      return name
        ? [[name, value.replace(/^(['"])(.*)\1$/, '$2')] as const]
        : [];
    }),
  );
  const need = (name: string, what: string) => {
    const value = values.get(name);
    if (!value) {
      throw new InputError(`${file} has no line ${name}=…: ${what}`);
    }
    return value;
  };
  if (values.get('PLATFORM_SCRATCH') !== 'true') {
    throw new InputError(
      `${file} does not say PLATFORM_SCRATCH=true: these checks install CRDs, AppProjects and the root Application, so they want a cluster to throw away`,
    );
  }
  return {
    kubeconfig: need('KUBECONFIG', 'the file that kubectl signs in with'),
    gitUrl: need(
      'GIT_URL',
      'a repository that Argo CD reads and git may push to, ending with .git',
    ),
    traefikUrl: values.get('TRAEFIK_WEB_URL') || undefined,
  };
}
