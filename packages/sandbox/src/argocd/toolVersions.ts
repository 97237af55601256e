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

import { execFile } from 'node:child_process';
import type { RenderTools } from './render';

async function versionOf(
  command: string | undefined,
  args: string[],
): Promise<string> {
  if (!command) {
    return 'not configured';
  }
  return new Promise(resolve => {
    execFile(command, args, { timeout: 10_000 }, (error, stdout) =>
      resolve(error ? 'not configured' : stdout.trim()),
    );
  });
}

/** Asks the tools for their versions, once. */
export function toolVersionReader({ helm, kustomize }: RenderTools) {
  let answer: Promise<{ helm: string; kustomize: string }> | undefined;
  return async () => {
    answer ??= Promise.all([
      versionOf(helm, ['version', '--template', '{{.Version}}']),
      versionOf(kustomize, ['version']),
    ]).then(([helmVersion, kustomizeVersion]) => ({
      helm: helmVersion,
      kustomize: kustomizeVersion,
    }));
    return answer;
  };
}
