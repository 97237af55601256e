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

import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { API_VERSIONS, KUBERNETES_VERSION } from '../cluster';
import { parseInstanceName } from '../store';
import type { ApplicationSource, KubernetesObject } from '../types';
import { parseManifests } from './parseManifests';
import { RenderError } from './RenderError';
import { runTool } from './runTool';

/** What a Helm source is rendered with. */
export interface HelmRequest {
  helm: string | undefined;
  source: ApplicationSource;
  applicationName: string;
  namespace: string;
  /** The packed chart, or `.` for the one in the folder. */
  chart: string;
  /** Where the chart is in the checked-out repository, and helm runs. */
  chartDirectory: string;
  /** Absolute paths, in the order of the source. */
  valueFiles: string[];
  /** An empty folder of its own. */
  scratch: string;
  hide: Record<string, string>;
}

const exists = async (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** The order in which later values win: files, then the source's own values, then single parameters. */
async function valueArguments(request: HelmRequest): Promise<string[]> {
  const options = request.source.helm ?? {};
  const args: string[] = [];
  for (const { name = '', value = '', forceString } of options.parameters ??
    []) {
    // A comma separates parameters for helm; Argo CD escapes it too.
    const escaped = value.replace(/(?<!\\),/g, '\\,');
    args.push(forceString ? '--set-string' : '--set', `${name}=${escaped}`);
  }
  for (const { name = '', path = '' } of options.fileParameters ?? []) {
    args.push('--set-file', `${name}=${join(request.chartDirectory, path)}`);
  }
  for (const file of request.valueFiles) {
    if (!options.ignoreMissingValueFiles || (await exists(file))) {
      args.push('--values', file);
    }
  }
  const inline =
    options.valuesObject === undefined || options.valuesObject === null
      ? options.values
      : stringify(options.valuesObject);
  if (inline) {
    const file = join(request.scratch, 'values.yaml');
    await writeFile(file, inline);
    args.push('--values', file);
  }
  return args;
}

/** Renders a chart with `helm template`, with the arguments that Argo CD gives it. Rejects with `RenderError`. */
export async function renderHelm(
  request: HelmRequest,
): Promise<KubernetesObject[]> {
  const { source, helm } = request;
  const options = source.helm ?? {};
  if (!helm) {
    throw new RenderError(
      'helm is not configured in the sandbox; put it on PATH or set the tool, then refresh',
    );
  }
  const apiVersions = options.apiVersions ?? API_VERSIONS;
  const args = [
    'template',
    request.chart,
    '--name-template',
    options.releaseName ?? parseInstanceName(request.applicationName).name,
    '--namespace',
    options.namespace ?? request.namespace,
    '--kube-version',
    (options.kubeVersion ?? KUBERNETES_VERSION).replace(/^v/, ''),
    ...(await valueArguments(request)),
  ];
  const flags = [
    ...(options.skipCrds ? [] : ['--include-crds']),
    ...(options.skipSchemaValidation ? ['--skip-schema-validation'] : []),
    ...(options.skipTests ? ['--skip-tests'] : []),
  ];
  const output = await runTool({
    command: helm,
    args: [
      ...args,
      ...apiVersions.flatMap(version => ['--api-versions', version]),
      ...flags,
    ],
    cwd: request.chartDirectory,
    home: request.scratch,
    shown: `helm ${[...args, '<api versions removed>', ...flags].join(' ')}`,
    hide: request.hide,
  });
  return parseManifests(output, source.path ?? '.');
}
