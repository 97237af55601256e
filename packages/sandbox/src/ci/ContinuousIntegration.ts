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
import { JsonFile } from '../JsonFile';
import { SerialQueue } from '../SerialQueue';
import type { PushEvent } from '../git';
import { type GitHub, findRepository } from '../github/GitHub';
import { DEFAULT_BRANCH } from '../github/RepositoryContext';
import { bumpImage } from './bumpImage';
import type { CiRun } from './CiRun';
import { serviceName } from './serviceName';

interface CiState {
  nextId: number;
  /** By `owner/name`, newest first. */
  runs: Record<string, CiRun[]>;
}

const KEPT_RUNS = 50;

/**
 * Plays CI for the services: a push to the main branch of a repository with a catalog-info.yaml "builds" an image
 * and bumps it in the GitOps repository. Runs happen one after the other; what a stopped sandbox left unfinished is
 * finished by the next.
 */
export class ContinuousIntegration {
  readonly #github: GitHub;
  readonly #gitops: { owner: string; name: string };
  readonly #delayMs: number;
  readonly #logger: LoggerService;
  readonly #state: JsonFile<CiState>;
  /** Notes pushes; does not wait for what is being built. */
  readonly #intake = new SerialQueue();
  readonly #builds = new SerialQueue();
  readonly #timers = new Set<NodeJS.Timeout>();
  #unsubscribe: () => void = () => undefined;
  #stopped = false;

  static async create(options: {
    github: GitHub;
    gitops: { owner: string; name: string };
    directory: string;
    delayMs: number;
    logger: LoggerService;
  }): Promise<ContinuousIntegration> {
    const path = join(options.directory, 'ci.json');
    const state = await JsonFile.open<CiState>(path, { nextId: 1, runs: {} });
    return new ContinuousIntegration(options, state);
  }

  private constructor(
    options: {
      github: GitHub;
      gitops: { owner: string; name: string };
      delayMs: number;
      logger: LoggerService;
    },
    state: JsonFile<CiState>,
  ) {
    this.#github = options.github;
    this.#gitops = options.gitops;
    this.#delayMs = options.delayMs;
    this.#logger = options.logger;
    this.#state = state;
  }

  start(): void {
    this.#unsubscribe = this.#github.repositories.onPush(event =>
      this.#inTurn(this.#intake, () => this.#accept(event)),
    );
    for (const [repository, runs] of Object.entries(this.#state.value.runs)) {
      runs
        .filter(({ finishedAt }) => !finishedAt)
        .reverse()
        .forEach(run => this.#schedule(repository, run));
    }
  }

  /** Lets the run that is under way end; others wait for the next start. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    this.#timers.forEach(timer => clearTimeout(timer));
    this.#timers.clear();
    await this.#intake.settled();
    await this.#builds.settled();
  }

  /** Newest first, with a run for every push so far. */
  async runsOf(owner: string, name: string): Promise<CiRun[]> {
    await this.#intake.settled();
    return [...(this.#state.value.runs[`${owner}/${name}`] ?? [])];
  }

  /** Whether pushes to this repository are built at all. */
  watches(owner: string, name: string): boolean {
    const { owner: gitopsOwner, name: gitopsName } = this.#gitops;
    return owner !== gitopsOwner || name !== gitopsName;
  }

  async #accept(event: PushEvent): Promise<void> {
    const { owner, name, ref, after } = event;
    const onMain = ref === `refs/heads/${DEFAULT_BRANCH}` && after;
    if (!onMain || !this.watches(owner, name)) {
      return;
    }
    const { repository } = await findRepository(this.#github, owner, name);
    if (!(await repository.readFile(after, 'catalog-info.yaml'))) {
      return;
    }
    const key = `${owner}/${name}`;
    const state = this.#state.value;
    const run: CiRun = {
      id: state.nextId,
      revision: after,
      outcome: 'queued',
      message: 'waiting for a runner',
      startedAt: this.#github.now().toISOString(),
    };
    state.nextId += 1;
    state.runs[key] = [run, ...(state.runs[key] ?? [])].slice(0, KEPT_RUNS);
    await this.#state.save();
    this.#schedule(key, run);
  }

  #schedule(repository: string, run: CiRun): void {
    if (this.#stopped) {
      return;
    }
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#inTurn(this.#builds, () => this.#execute(repository, run));
    }, this.#delayMs);
    this.#timers.add(timer);
  }

  async #execute(key: string, run: CiRun): Promise<void> {
    const [owner, name] = key.split('/');
    run.outcome = 'running';
    try {
      const { repository } = await findRepository(this.#github, owner, name);
      const info = await repository.readFile(run.revision, 'catalog-info.yaml');
      const service = serviceName(info?.toString() ?? '', name);
      const result = await bumpImage(this.#github, {
        gitops: this.#gitops,
        service,
        revision: run.revision,
      });
      Object.assign(run, result);
    } catch (error) {
      run.outcome = 'failed';
      run.message = error instanceof Error ? error.message : String(error);
    }
    run.finishedAt = this.#github.now().toISOString();
    await this.#state.save();
    this.#logger.info(`CI of ${key}: ${run.outcome}: ${run.message}`);
  }

  #inTurn(queue: SerialQueue, work: () => Promise<void>): void {
    queue
      .run(work)
      .catch(error => this.#logger.error(`CI could not go on: ${error}`));
  }
}
