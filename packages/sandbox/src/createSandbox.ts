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
import express from 'express';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { atPace, createArgoCd } from './argocd';
import { createFaults } from './faults';
import { GITOPS_REPOSITORY, startGitHub } from './github';
import { listenOnLoopback } from './server/listenOnLoopback';
import { requireLoopbackHost } from './server/requireLoopbackHost';

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
  stop(): Promise<void>;
}

const CI_DELAY_MS = 2000;

async function startArgoCd(
  options: Pick<SandboxOptions, 'directory' | 'logger' | 'tools'> & {
    name: string;
    port: number;
    sessionSeconds: number | undefined;
    pace: number | undefined;
    github: Awaited<ReturnType<typeof startGitHub>>;
  },
) {
  const { name, logger, tools = {}, github } = options;
  const server = await listenOnLoopback({
    port: options.port,
    name: `the Argo CD stand-in '${name}'`,
  });
  try {
    const argocd = await createArgoCd({
      name,
      directory: join(options.directory, 'argocd', name),
      repositories: github.github.repositories,
      githubUrl: github.url,
      root: { owner: github.github.organisation, name: GITOPS_REPOSITORY },
      tools,
      faults: createFaults(),
      sessionSeconds: options.sessionSeconds,
      timing: atPace(options.pace ?? 1),
      logger,
    });
    const app = express();
    app.disable('x-powered-by');
    app.use(requireLoopbackHost);
    app.use(argocd.handler);
    server.handle(app);
    await argocd.start();
    return {
      name,
      url: `http://localhost:${server.port}`,
      stop: async () => {
        await server.close();
        await argocd.stop();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}

/**
 * Starts the stand-ins on loopback: GitHub with its CI, and each Argo CD instance. Rejects where a port is taken, with
 * a sentence that names it, and leaves nothing running.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { directory, logger, tools } = options;
  const started: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of started.reverse().splice(0)) {
      await part.stop();
    }
  };
  try {
    const github = await startGitHub({
      directory,
      port: options.github.port,
      organisation: options.organisation ?? 'acme',
      seedDirectory: options.seedDirectory,
      ciDelayMs: options.ciDelayMs ?? CI_DELAY_MS,
      logger,
    });
    started.push(github);
    const argocd: { name: string; url: string }[] = [];
    for (const { name, port } of options.argocd.instances) {
      const instance = await startArgoCd({
        directory,
        logger,
        tools,
        name,
        port,
        sessionSeconds: options.argocd.sessionSeconds,
        pace: options.argocd.pace,
        github,
      });
      started.push(instance);
      argocd.push({ name, url: instance.url });
    }
    return { githubUrl: github.url, argocd, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
