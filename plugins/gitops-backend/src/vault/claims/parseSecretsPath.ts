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

import { ANNOTATION_VAULT_SECRETS_PATH } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  isPathSegment,
  splitPath,
  type GitOpsEnvironment,
} from '@gitops-platform/backstage-plugin-gitops-node';

/** Each costs calls, and a place in the answer. */
export const MAX_PATHS = 50;

/** A path as an annotation names it. */
export interface WrittenPath {
  /** Without slashes at its ends. */
  path: string;
  /** The name of a configured environment. */
  environment?: string;
}

/** Reads `vault.io/secrets-path`: paths between commas, each tied to an environment by `env=` or not. */
export function parseSecretsPath(
  text: string,
  environments: Pick<GitOpsEnvironment, 'name' | 'aliases'>[],
): { paths: WrittenPath[]; problems: string[] } {
  const items = [...new Set(text.split(',').map(item => item.trim()))];
  const written = items.filter(Boolean);
  const problems: string[] = [];
  const say = (problem: string) =>
    problems.push(`The annotation ${ANNOTATION_VAULT_SECRETS_PATH} ${problem}`);
  if (written.length === 0) {
    say('is empty: set it to a path, such as dev/orders');
  }
  if (written.length > MAX_PATHS) {
    say(
      `names ${written.length} paths, of which the first ${MAX_PATHS} count: name the folders that they are in`,
    );
  }
  const paths = written.slice(0, MAX_PATHS).flatMap(item => {
    const [, tie, rest] = /^([^/=]+)=(.*)$/s.exec(item) ?? ['', '', item];
    const path = plainPath(rest);
    const found = environments.find(
      ({ name, aliases }) => tie === name || aliases.includes(tie),
    );
    if (path === undefined) {
      say(
        `names '${item}', which is no path: expected names between slashes, such as dev/orders`,
      );
      return [];
    }
    if (tie && !found) {
      say(
        `ties '${path}' to '${tie}', which is no environment of gitops.environments`,
      );
      return [];
    }
    return [{ path, environment: found?.name }];
  });
  return { paths, problems };
}

/** Names between slashes, without those at its ends; `undefined` where one of them cannot be part of a path. */
export function plainPath(text: string): string | undefined {
  const path = text.replace(/^[\s/]+|[\s/]+$/g, '');
  const names = splitPath(path);
  return names.length > 0 && names.every(isPathSegment) ? path : undefined;
}
