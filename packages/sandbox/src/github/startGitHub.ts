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
import type { LoggerService } from '@backstage/backend-plugin-api';
import { ContinuousIntegration } from '../ci';
import { createFaults } from '../faults';
import { RepositoryStore } from '../git';
import { listenOnLoopback } from '../server/listenOnLoopback';
import { createGitHubHandler } from './createGitHubHandler';
import type { GitHub } from './GitHub';
import { PullRequests } from './pulls/PullRequests';
import { RecordStore } from './RecordStore';
import { seedRepository } from './seedRepository';
import { repositoryUrls } from './urls';

/** The repository that is seeded, and that CI writes to. */
export const GITOPS_REPOSITORY = 'gitops-platform';

/** A GitHub stand-in that is listening. */
export interface RunningGitHub {
  /** Without a slash at the end. */
  url: string;
  github: GitHub;
  stop(): Promise<void>;
}

/**
 * Starts the GitHub stand-in and its CI over the repositories in `directory`. Rejects with one sentence where the
 * port is taken.
 */
export async function startGitHub(options: {
  directory: string;
  /** 0 takes a free one. */
  port: number;
  organisation: string;
  seedDirectory: string;
  ciDelayMs: number;
  logger: LoggerService;
  now?: () => Date;
}): Promise<RunningGitHub> {
  const { directory, organisation, logger } = options;
  const now = options.now ?? (() => new Date());
  const server = await listenOnLoopback({
    port: options.port,
    name: 'the GitHub stand-in',
  });
  try {
    const url = `http://localhost:${server.port}`;
    const gitops = { owner: organisation, name: GITOPS_REPOSITORY };
    const repositories = await RepositoryStore.open(
      join(directory, 'repositories'),
    );
    const records = new RecordStore(join(directory, 'github'), now);
    await seedRepository({
      repositories,
      records,
      ...gitops,
      seedDirectory: options.seedDirectory,
      cloneUrl: repositoryUrls(url, gitops).clone,
      now: now(),
      logger,
    });
    const pulls = new PullRequests({
      repositories,
      records,
      now,
      onError: error =>
        logger.error(`Pull requests could not follow a push: ${error}`),
    });
    const github: GitHub = {
      baseUrl: url,
      organisation,
      repositories,
      records,
      pulls,
      now,
    };
    const ci = await ContinuousIntegration.create({
      github,
      gitops,
      directory,
      delayMs: options.ciDelayMs,
      logger,
    });
    ci.start();
    const faults = createFaults();
    server.handle(createGitHubHandler({ github, ci, gitops, faults, logger }));
    return {
      url,
      github,
      stop: async () => {
        await server.close();
        await ci.stop();
        await pulls.settled();
      },
    };
  } catch (error) {
    await server.close();
    throw error;
  }
}
