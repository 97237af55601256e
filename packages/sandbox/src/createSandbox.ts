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

import { join } from 'node:path';
import express, { type Router } from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { type ArgoCd, atPace, createArgoCd } from './argocd';
import { createFaults } from './faults';
import { GITOPS_REPOSITORY, startGitHub } from './github';
import { listenOnLoopback } from './server/listenOnLoopback';
import { requireLoopbackHost } from './server/requireLoopbackHost';
import { createTraefik } from './traefik';
import { createSecretReader, createVault, type Vault } from './vault';

/** A Traefik of the cluster that an Argo CD of the same name deploys to. */
export interface TraefikInstance {
  name: string;
  /** One for each replica. */
  ports: number[];
  /** Before `/api` and `/dashboard`; none where it is absent. */
  basePath?: string;
  auth?: { username: string; password: string };
}

/** What a sandbox is made of. */
export interface SandboxOptions {
  /** Keeps repositories and state; what is there is taken up. */
  directory: string;
  /** Port 0 takes a free one. */
  github: { port: number };
  argocd: {
    instances: { name: string; port: number }[];
    /** How long somebody who signs in stays signed in; a day where it is absent. */
    sessionSeconds?: number;
    /** How long the stages of a deployment take, as a multiple of what a person can follow; 1 where it is absent. */
    pace?: number;
  };
  /** None where it is absent. */
  vault?: { port: number };
  /** None where it is absent. */
  traefik?: { instances: TraefikInstance[] };
  /** The tree that the GitOps repository starts with. */
  seedDirectory: string;
  organisation?: string;
  /** Programs that render; each is looked for on PATH where it is absent. */
  tools?: { helm?: string; kustomize?: string };
  /** How long CI takes; 2000 where it is absent. */
  ciDelayMs?: number;
  logger: LoggerService;
}

/** A sandbox that is listening. Addresses have no slash at the end. */
export interface Sandbox {
  githubUrl: string;
  argocd: { name: string; url: string }[];
  vaultUrl?: string;
  traefik: { name: string; urls: string[] }[];
  stop(): Promise<void>;
}

const CI_DELAY_MS = 2000;

/** A stand-in for one server, listening. */
interface Started {
  url: string;
  stop(): Promise<void>;
}

/**
 * Listens on a port of loopback with what `create` makes; leaves nothing behind where that fails. `stop` of what it made
 * comes after the server has closed.
 */
async function serve<T extends { handler: Router }>(
  options: { port: number; name: string; listMethod?: boolean },
  create: () => Promise<T>,
  stop: (made: T) => Promise<void>,
): Promise<Started & { made: T }> {
  const server = await listenOnLoopback(options);
  try {
    const made = await create();
    const app = express();
    app.disable('x-powered-by');
    app.use(requireLoopbackHost);
    app.use(made.handler);
    server.handle(app);
    return {
      url: `http://localhost:${server.port}`,
      made,
      stop: async () => {
        await server.close();
        await stop(made);
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

async function startArgoCd(
  options: SandboxOptions,
  { name, port }: { name: string; port: number },
  others: {
    github: Awaited<ReturnType<typeof startGitHub>>;
    vault: Vault | undefined;
  },
) {
  const { github, vault } = others;
  const { directory, logger, tools = {}, argocd: settings } = options;
  return serve(
    { port, name: `the Argo CD stand-in '${name}'` },
    async () => {
      const argocd = await createArgoCd({
        name,
        directory: join(directory, 'argocd', name),
        repositories: github.github.repositories,
        githubUrl: github.url,
        root: { owner: github.github.organisation, name: GITOPS_REPOSITORY },
        tools,
        faults: createFaults(),
        sessionSeconds: settings.sessionSeconds,
        timing: atPace(settings.pace ?? 1),
        ...(vault ? { secrets: createSecretReader(vault) } : {}),
        logger,
      });
      await argocd.start();
      return argocd;
    },
    async argocd => argocd.stop(),
  );
}

async function startVault({ directory, logger }: SandboxOptions, port: number) {
  return serve(
    { port, name: 'the Vault stand-in', listMethod: true },
    async () =>
      createVault({
        directory: join(directory, 'vault'),
        faults: createFaults(),
        logger,
      }),
    async vault => vault.stop(),
  );
}

/** The replicas of one Traefik, each on a port of its own. */
async function startTraefik(
  { directory }: SandboxOptions,
  instance: TraefikInstance,
  cluster: ArgoCd['cluster'],
): Promise<{ urls: string[]; stop(): Promise<void> }> {
  const { name, ports, basePath, auth } = instance;
  const { replicas } = await createTraefik({
    directory: join(directory, 'traefik', name),
    cluster,
    replicas: ports.length,
    basePath,
    auth,
  });
  const started: Started[] = [];
  const stop = async () => {
    for (const one of started) {
      await one.stop();
    }
  };
  try {
    for (const [index, port] of ports.entries()) {
      started.push(
        await serve(
          { port, name: `the Traefik stand-in '${name}'` },
          async () => ({ handler: replicas[index] }),
          async () => undefined,
        ),
      );
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { urls: started.map(({ url }) => url), stop };
}

/**
 * Starts the stand-ins on loopback: GitHub with its CI, Vault, each Argo CD instance, and the Traefik of its cluster.
 * Rejects where a port is taken, with a sentence that names it, and leaves nothing running.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.reverse().splice(0)) {
      await part.stop();
    }
  };
  try {
    const github = await startGitHub({
      directory: options.directory,
      port: options.github.port,
      organisation: options.organisation ?? 'acme',
      seedDirectory: options.seedDirectory,
      ciDelayMs: options.ciDelayMs ?? CI_DELAY_MS,
      logger: options.logger,
    });
    started.push(github);
    const vault =
      options.vault && (await startVault(options, options.vault.port));
    if (vault) {
      started.push(vault);
    }
    const argocd: { name: string; url: string; made: ArgoCd }[] = [];
    for (const instance of options.argocd.instances) {
      const running = await startArgoCd(options, instance, {
        github,
        vault: vault?.made.vault,
      });
      started.push(running);
      argocd.push({ ...running, name: instance.name });
    }
    const traefik: { name: string; urls: string[] }[] = [];
    for (const instance of options.traefik?.instances ?? []) {
      const { name } = instance;
      const cluster = argocd.find(one => one.name === name)?.made.cluster;
      if (!cluster) {
        throw new InputError(
          `There is no Argo CD '${name}' whose cluster the Traefik '${name}' could be in`,
        );
      }
      const running = await startTraefik(options, instance, cluster);
      started.push(running);
      traefik.push({ name, urls: running.urls });
    }
    return {
      githubUrl: github.url,
      argocd: argocd.map(({ name, url }) => ({ name, url })),
      ...(vault ? { vaultUrl: vault.url } : {}),
      traefik,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
