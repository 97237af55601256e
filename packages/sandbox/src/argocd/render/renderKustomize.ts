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

import type { ApplicationSource, KubernetesObject } from '../types';
import { parseManifests } from './parseManifests';
import { RenderError } from './RenderError';
import { runTool } from './runTool';

/** Builds a kustomization. Rejects with `RenderError`, also for overrides in the source, which are not played here. */
export async function renderKustomize(request: {
  kustomize: string | undefined;
  source: ApplicationSource;
  directory: string;
  scratch: string;
  hide: Record<string, string>;
}): Promise<KubernetesObject[]> {
  if (!request.kustomize) {
    throw new RenderError(
      'kustomize is not configured in the sandbox; put it on PATH or set the tool, then refresh',
    );
  }
  const overrides = Object.keys(request.source.kustomize ?? {});
  if (overrides.length > 0) {
    throw new RenderError(
      `the sandbox does not implement spec.source.kustomize.${overrides[0]}; write it into the kustomization`,
    );
  }
  const output = await runTool({
    command: request.kustomize,
    args: ['build', '.'],
    cwd: request.directory,
    home: request.scratch,
    shown: `kustomize build ${request.directory}`,
    hide: request.hide,
  });
  return parseManifests(output, request.source.path ?? '.');
}
