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

import { execFile } from 'child_process';
import { mkdtemp, rm } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { InputError, isError } from '@backstage/errors';
import { writeFiles } from '../writeFiles';

const LONGEST_MS = 30_000;
const MOST_BYTES = 16 * 1024 * 1024;

/** No plug-ins, no cluster, no credentials, and a proxy that nothing listens on in front of any network. */
function environmentIn(directory: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: directory,
    TMPDIR: directory,
    HELM_PLUGINS: join(directory, 'plugins'),
    HELM_CACHE_HOME: join(directory, 'cache'),
    HELM_CONFIG_HOME: join(directory, 'config'),
    HELM_DATA_HOME: join(directory, 'data'),
    KUBECONFIG: join(directory, 'kubeconfig'),
    HTTP_PROXY: 'http://127.0.0.1:9',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    GOMEMLIMIT: '256MiB',
  };
}

/**
 * Renders a chart with helm, in bounded time and away from the network.
 *
 * Rejects with an `InputError` that holds what helm says.
 */
export async function renderChart(options: {
  helm: string;
  chart: ReadonlyMap<string, string>;
  values: string;
  release: string;
  namespace: string;
  signal?: AbortSignal;
}): Promise<string> {
  const { helm, chart, values, release, namespace, signal } = options;
  const directory = await mkdtemp(join(tmpdir(), 'gitops-render-'));
  try {
    await writeFiles(join(directory, 'chart'), chart);
    await writeFiles(directory, [['values.yaml', values]]);
    const { stdout } = await promisify(execFile)(
      helm,
      [
        'template',
        ...['--namespace', namespace],
        ...['--values', join(directory, 'values.yaml')],
        // Whatever the release is called, it is no option.
        ...['--', release, join(directory, 'chart')],
      ],
      {
        cwd: directory,
        env: environmentIn(directory),
        timeout: LONGEST_MS,
        killSignal: 'SIGKILL',
        maxBuffer: MOST_BYTES,
        signal,
      },
    );
    return stdout;
  } catch (error) {
    signal?.throwIfAborted();
    throw new InputError(reasonOf(error).replaceAll(`${directory}/`, ''));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  if (!isError(error)) {
    return String(error);
  }
  if (error.killed) {
    return `helm did not finish within ${
      LONGEST_MS / 1000
    } seconds or wrote too much; make the chart simpler`;
  }
  const said = typeof error.stderr === 'string' ? error.stderr.trim() : '';
  return (said || error.message).slice(0, 2000);
}
