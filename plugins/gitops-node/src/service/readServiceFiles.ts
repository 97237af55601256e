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

import { GitOpsRepositoryConfig } from '../config';
import { GitOpsRepository } from '../git';
import { mergeText } from '../git/propose/mergeText';
import { StartingPoint } from './findStartingPoint';
import { serviceFilePaths } from './serviceNames';
import { SERVICE_REGISTRIES_FILE } from './serviceRegistries';

/**
 * The text of those files that a service has or is named in and that are there already, by path: what
 * {@link planServiceFiles} starts from.
 *
 * Where our own pull request is open, these are its files, with what the base has changed since: the version that CI
 * wrote meanwhile is not taken back. Where both changed the same lines, those of the base stand.
 * @public
 */
export async function readServiceFiles(options: {
  repository: GitOpsRepository;
  config: GitOpsRepositoryConfig;
  startingPoint: StartingPoint;
  service: string;
  environments: string[];
  signal?: AbortSignal;
}): Promise<Map<string, string>> {
  const { repository, config, startingPoint, signal } = options;
  const { base, ref } = startingPoint;
  const paths = [
    ...options.environments.flatMap(environment =>
      Object.values(
        serviceFilePaths(config, { service: options.service, environment }),
      ),
    ),
    SERVICE_REGISTRIES_FILE,
  ];
  const original =
    base === ref
      ? base
      : (await repository.compare({ base, head: ref, signal })).mergeBase;

  const texts = await Promise.all(
    paths.map(async path => {
      const ours = await repository.readFile({ ref, path, signal });
      if (original === base) {
        return ours;
      }
      const [before, theirs] = await Promise.all(
        [original, base].map(at =>
          repository.readFile({ ref: at, path, signal }),
        ),
      );
      return mergeFile(ours, before, theirs);
    }),
  );
  const present = new Map<string, string>();
  paths.forEach((path, index) => {
    const text = texts[index];
    if (text !== undefined) {
      present.set(path, text);
    }
  });
  return present;
}

function mergeFile(ours?: string, before?: string, theirs?: string) {
  if (theirs === before) {
    return ours;
  }
  if (ours === before || ours === undefined || theirs === undefined) {
    return theirs;
  }
  return mergeText(ours, before ?? '', theirs).text;
}
