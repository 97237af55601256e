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

import { parseArguments } from './parseArguments';

const required = ['--directory', 'state', '--seed', 'tree'];

describe('parseArguments', () => {
  it('has defaults for all but the two folders', () => {
    expect(parseArguments(required, {})).toEqual({
      directory: 'state',
      seedDirectory: 'tree',
      githubPort: 7020,
      instances: [{ name: 'main', port: 7021 }],
      vaultPort: 7022,
      traefik: [{ name: 'main', ports: [7023, 7024] }],
      tools: { helm: undefined, kustomize: undefined },
    });
  });

  it('reads flags before the environment', () => {
    const env = {
      SANDBOX_DIRECTORY: 'other',
      SANDBOX_SEED: 'seed',
      SANDBOX_GITHUB_PORT: '1',
      SANDBOX_ARGOCD: 'main=2,second=3',
      SANDBOX_VAULT_PORT: '4',
      SANDBOX_TRAEFIK: 'main=5,6 second=7',
      SANDBOX_HELM: 'bin/helm',
      SANDBOX_SESSION_SECONDS: '60',
      SANDBOX_PACE: '0.5',
    };
    expect(parseArguments([], env)).toEqual({
      directory: 'other',
      seedDirectory: 'seed',
      githubPort: 1,
      instances: [
        { name: 'main', port: 2 },
        { name: 'second', port: 3 },
      ],
      vaultPort: 4,
      traefik: [
        { name: 'main', ports: [5, 6] },
        { name: 'second', ports: [7] },
      ],
      sessionSeconds: 60,
      pace: 0.5,
      tools: { helm: 'bin/helm', kustomize: undefined },
    });
    const flags = ['--github-port', '0', '--argocd', 'a=0', '--argocd', 'b=0'];
    expect(parseArguments([...required, ...flags], env)).toMatchObject({
      directory: 'state',
      githubPort: 0,
      instances: [
        { name: 'a', port: 0 },
        { name: 'b', port: 0 },
      ],
    });
  });

  it.each([
    [[], /--directory.*--seed/],
    [[...required, '--github-port', 'x'], /--github-port: 'x' is not a port/],
    [[...required, '--github-port', '65536'], /is not a port/],
    [[...required, '--argocd', 'main'], /--argocd: 'main' is not name=port/],
    [[...required, '--argocd', '../x=1'], /is not name=port/],
    [[...required, '--argocd', 'a=1', '--argocd', 'a=2'], /two instances/],
    [[...required, '--vault-port', 'x'], /--vault-port: 'x' is not a port/],
    [[...required, '--traefik', 'main'], /--traefik: 'main' is not name=port/],
    [[...required, '--traefik', 'main=1,x'], /--traefik: 'x' is not a port/],
    [[...required, '--session-seconds', '1m'], /--session-seconds: '1m'/],
    [[...required, '--pace', '0'], /--pace: '0' is not a number above 0/],
    [[...required, '--pace', 'fast'], /--pace: 'fast'/],
    [[...required, '--nonsense'], /--nonsense/],
  ])('refuses %j', (args, message) => {
    expect(() => parseArguments(args, {})).toThrow(message);
  });
});
