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

import { parseArgs } from 'node:util';
import { InputError } from '@backstage/errors';

/** What the command line and the environment say. */
export interface SandboxArguments {
  directory: string;
  seedDirectory: string;
  githubPort: number;
  instances: { name: string; port: number }[];
  vaultPort: number;
  /** Each in the cluster of the Argo CD of the same name, with a port for each replica. */
  traefik: { name: string; ports: number[] }[];
  /** How long somebody who signs in to Argo CD stays signed in. */
  sessionSeconds?: number;
  /** How long the stages of a deployment take, as a multiple of what a person can follow. */
  pace?: number;
  tools: { helm?: string; kustomize?: string };
}

function parsePort(text: string, source: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new InputError(`${source}: '${text}' is not a port (0 to 65535)`);
  }
  return port;
}

function parseSeconds(text: string | undefined): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^[1-9]\d*$/.test(text)) {
    throw new InputError(
      `--session-seconds: '${text}' is not a whole number of seconds`,
    );
  }
  return Number(text);
}

function parsePace(text: string | undefined): number | undefined {
  const pace = text === undefined ? undefined : Number(text);
  if (pace !== undefined && !(pace > 0 && pace <= 10)) {
    throw new InputError(
      `--pace: '${text}' is not a number above 0 and up to 10`,
    );
  }
  return pace;
}

const NAMED_PORTS = /^([a-z0-9]([-a-z0-9]*[a-z0-9])?)=(.*)$/;

function parseInstance(text: string): { name: string; port: number } {
  const match = NAMED_PORTS.exec(text);
  if (!match) {
    throw new InputError(
      `--argocd: '${text}' is not name=port, for example main=7021`,
    );
  }
  return { name: match[1], port: parsePort(match[3], '--argocd') };
}

function parseTraefik(text: string): { name: string; ports: number[] } {
  const match = NAMED_PORTS.exec(text);
  if (!match) {
    throw new InputError(
      `--traefik: '${text}' is not name=port[,port], for example main=7023,7024`,
    );
  }
  const ports = match[3].split(',').map(port => parsePort(port, '--traefik'));
  return { name: match[1], ports };
}

function refuseTwice(instances: { name: string }[], flag: string): void {
  const names = instances.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice) {
    throw new InputError(`${flag}: there are two instances named '${twice}'`);
  }
}

/** What is played where nobody says otherwise; another Argo CD has no Traefik of its own unless it is asked for. */
function defaultTraefik(instances: { name: string }[]): string[] {
  return instances.some(({ name }) => name === 'main')
    ? ['main=7023,7024']
    : [];
}

/**
 * Reads flags, then the environment (`SANDBOX_DIRECTORY`, `SANDBOX_SEED`, `SANDBOX_GITHUB_PORT`, `SANDBOX_ARGOCD` with
 * commas, `SANDBOX_VAULT_PORT`, `SANDBOX_TRAEFIK` with spaces, `SANDBOX_HELM`, `SANDBOX_KUSTOMIZE`,
 * `SANDBOX_SESSION_SECONDS`, `SANDBOX_PACE`). Throws `InputError` that names the flag.
 */
export function parseArguments(
  args: string[],
  env: NodeJS.ProcessEnv,
): SandboxArguments {
  let values;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        directory: { type: 'string' },
        seed: { type: 'string' },
        'github-port': { type: 'string' },
        argocd: { type: 'string', multiple: true },
        'vault-port': { type: 'string' },
        traefik: { type: 'string', multiple: true },
        helm: { type: 'string' },
        kustomize: { type: 'string' },
        'session-seconds': { type: 'string' },
        pace: { type: 'string' },
      },
    }));
  } catch (error) {
    throw new InputError(error instanceof Error ? error.message : `${error}`);
  }
  const directory = values.directory ?? env.SANDBOX_DIRECTORY;
  const seedDirectory = values.seed ?? env.SANDBOX_SEED;
  if (!directory || !seedDirectory) {
    throw new InputError(
      'Name the folder for the state with --directory and the tree of the GitOps repository with --seed',
    );
  }
  const port = values['github-port'] ?? env.SANDBOX_GITHUB_PORT ?? '7020';
  const seconds = parseSeconds(
    values['session-seconds'] ?? env.SANDBOX_SESSION_SECONDS,
  );
  const pace = parsePace(values.pace ?? env.SANDBOX_PACE);
  const fromEnvironment = env.SANDBOX_ARGOCD?.split(',');
  const argocd = values.argocd ?? fromEnvironment ?? ['main=7021'];
  const instances = argocd.map(parseInstance);
  refuseTwice(instances, '--argocd');
  const traefik = (
    values.traefik ??
    env.SANDBOX_TRAEFIK?.split(' ').filter(Boolean) ??
    defaultTraefik(instances)
  ).map(parseTraefik);
  refuseTwice(traefik, '--traefik');
  const vaultPort = values['vault-port'] ?? env.SANDBOX_VAULT_PORT ?? '7022';
  return {
    directory,
    seedDirectory,
    githubPort: parsePort(port, '--github-port'),
    instances,
    vaultPort: parsePort(vaultPort, '--vault-port'),
    traefik,
    ...(seconds === undefined ? {} : { sessionSeconds: seconds }),
    ...(pace === undefined ? {} : { pace }),
    tools: {
      helm: values.helm ?? env.SANDBOX_HELM,
      kustomize: values.kustomize ?? env.SANDBOX_KUSTOMIZE,
    },
  };
}
