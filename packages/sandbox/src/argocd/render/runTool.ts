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
import { RenderError } from './RenderError';

const TIMEOUT_MS = 60_000;
const MAX_OUTPUT = 32 * 1024 * 1024;

/** A port that nobody listens on: whatever honours a proxy is refused at once. */
const NOWHERE = 'http://127.0.0.1:9';

/**
 * Runs helm or kustomize without the person's own settings and without a way to the network, and answers what it
 * wrote. Rejects with `RenderError`, worded as Argo CD words it; `hide` are paths that must not show in it.
 */
export async function runTool(options: {
  command: string;
  args: string[];
  cwd: string;
  /** For the tool's own files. */
  home: string;
  /** What stands in the message for the command and its arguments. */
  shown: string;
  hide: Record<string, string>;
}): Promise<string> {
  const { command, args, cwd, home } = options;
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: process.env.TMPDIR,
    HELM_CACHE_HOME: `${home}/cache`,
    HELM_CONFIG_HOME: `${home}/config`,
    HELM_DATA_HOME: `${home}/data`,
    KUBECONFIG: '/dev/null',
    HTTP_PROXY: NOWHERE,
    HTTPS_PROXY: NOWHERE,
    http_proxy: NOWHERE,
    https_proxy: NOWHERE,
    NO_PROXY: '',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_TERMINAL_PROMPT: '0',
  };
  return new Promise((resolve, reject) => {
    execFile(
      command,
      args,
      { cwd, env, timeout: TIMEOUT_MS, maxBuffer: MAX_OUTPUT },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout);
          return;
        }
        const reason =
          error.code === 'ENOENT'
            ? `exec: "${command}": executable file not found`
            : `failed ${
                error.killed
                  ? `timeout after ${TIMEOUT_MS / 1000}s`
                  : `exit status ${error.code}`
              }: ${stderr.trim()}`;
        let message = `\`${options.shown}\` ${reason}`;
        for (const [path, name] of Object.entries(options.hide)) {
          message = message.replaceAll(path, name);
        }
        reject(new RenderError(message));
      },
    );
  });
}
