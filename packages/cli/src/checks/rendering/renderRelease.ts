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

import { stringify } from 'yaml';
import type { Tools } from '../tools';
import type { ChartRelease } from './Rendering';
import { succeed } from './renderSource';

/**
 * Renders a third-party chart from where it is published. Rejects with what helm said.
 *
 * @internal
 */
export function renderRelease(
  {
    application,
    chart,
    releaseName,
    repository,
    values,
    version,
  }: ChartRelease,
  tools: Tools,
): Promise<string> {
  // Argo CD knows a chart in an OCI registry by an address without a scheme.
  const isRepository = /^https?:\/\//.test(repository);
  return succeed(
    tools,
    'helm',
    [
      'template',
      ...(isRepository ? ['--repo', repository] : []),
      '--version',
      version,
      '--namespace',
      application.namespace,
      '--include-crds',
      '--values',
      '-',
      '--',
      releaseName,
      isRepository ? chart : `oci://${repository}/${chart}`,
    ],
    stringify(values),
  );
}
