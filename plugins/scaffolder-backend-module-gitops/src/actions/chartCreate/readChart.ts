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

import { NotFoundError } from '@backstage/errors';
import { GitOpsRepository } from '@gitops-platform/backstage-plugin-gitops-node';

/** A chart is a few dozen files; more is a wrong path. */
const MOST_FILES = 200;

/**
 * The files of a chart at a commit or branch, by path inside its folder.
 *
 * Rejects with a `NotFoundError` where there is no chart.
 */
export async function readChart(options: {
  repository: GitOpsRepository;
  ref: string;
  path: string;
  signal?: AbortSignal;
}): Promise<Map<string, string>> {
  const { repository, ref, signal } = options;
  const prefix = options.path.replace(/^\/+|\/+$/g, '');
  const files = await repository.listFiles({ ref, prefix, signal });
  const paths = files.map(file => file.path);
  if (!paths.includes(`${prefix}/Chart.yaml`) || paths.length > MOST_FILES) {
    throw new NotFoundError(
      `There is no Helm chart in ${repository.fullName} at ${prefix} (${ref}): no Chart.yaml, or more than ${MOST_FILES} files`,
    );
  }
  const texts = await Promise.all(
    paths.map(path => repository.readFile({ ref, path, signal })),
  );
  return new Map(
    paths.map((path, index) => [
      path.slice(prefix.length + 1),
      texts[index] ?? '',
    ]),
  );
}
