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

import path from 'node:path';
import { root } from './paths.mjs';

/** What Backstage's own CLI loads TypeScript with. */
export const NODE_TRANSFORM = path.join(
  root,
  'node_modules/@backstage/cli-node/config/nodeTransform.cjs',
);

/**
 * The command that runs the sandbox.
 *
 * @param {{ directory: string, githubPort: number, argocd: Record<string, number>, vaultPort: number,
 *   traefik: Record<string, number[]>, env: NodeJS.ProcessEnv }} options - `argocd` has the port of each instance,
 *   `traefik` those of the replicas of each; `env` as `setUp` made it
 * @returns {string[]}
 */
export function sandboxCommand({
  directory,
  githubPort,
  argocd,
  vaultPort,
  traefik,
  env,
}) {
  return [
    'node',
    '--require',
    NODE_TRANSFORM,
    path.join(root, 'packages/sandbox/src/main.ts'),
    ...['--directory', directory],
    ...['--seed', path.join(root, 'gitops-platform')],
    ...['--github-port', String(githubPort)],
    ...Object.entries(argocd).flatMap(([name, port]) => [
      '--argocd',
      `${name}=${port}`,
    ]),
    ...['--vault-port', String(vaultPort)],
    ...Object.entries(traefik).flatMap(([name, ports]) => [
      '--traefik',
      `${name}=${ports.join(',')}`,
    ]),
    ...(env.GITOPS_HELM ? ['--helm', env.GITOPS_HELM] : []),
    ...(env.GITOPS_KUSTOMIZE ? ['--kustomize', env.GITOPS_KUSTOMIZE] : []),
  ];
}
