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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  InstanceState,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  resolveReplicas,
  TraefikClient,
  type Clock,
  type TraefikInstanceConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { Disagreements, type Differences } from './Disagreements';
import { instanceStatus } from './instanceStatus';
import { ReplicaPoller, type ReplicaState } from './ReplicaPoller';
import type { TraefikSnapshot } from './TraefikSnapshot';
import { TraefikView } from './TraefikView';

interface Options {
  config: TraefikInstanceConfig;
  intervalMs: number;
  clock: Clock;
  logger: LoggerService;
  /** Something that pages show has changed. */
  onChange: () => void;
}

/** One Traefik: its replicas, each of which is asked for itself, and what they say taken together. */
export class TraefikInstance {
  readonly config: TraefikInstanceConfig;
  readonly #options: Options;
  readonly #pollers = new Map<string, ReplicaPoller>();
  readonly #abort = new AbortController();
  readonly #disagreements = Disagreements.create();
  #following: Promise<void> | undefined;
  /** Why the replicas are not known. */
  #unresolved: Error | undefined;
  #view: TraefikView | undefined;
  #viewed: TraefikSnapshot[] = [];
  #differences: Differences = new Map();
  #shown = '';

  static create(options: Options): TraefikInstance {
    return new TraefikInstance(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.config = options.config;
  }

  /** What its replicas know; `undefined` until one of them has answered. */
  get view(): TraefikView | undefined {
    return this.#view;
  }

  /** What its replicas say differently, by the protocol and name of a router, service or middleware. */
  get differences(): Differences {
    return this.#differences;
  }

  /** When the replicas that are shown were last asked; milliseconds since the epoch. */
  get answeredAt(): number | undefined {
    const times = this.#shownReplicas().map(({ answeredAt }) => answeredAt);
    return times.length > 0 ? Math.min(...times) : undefined;
  }

  /** How it fares, in words for everybody. */
  status(): UpstreamStatus {
    return instanceStatus(this.config.name, this.#states(), this.#unresolved);
  }

  /** How it fares, for those who run it. */
  state(): InstanceState {
    const { replicas, ...status } = this.status();
    const states = this.#states();
    const failed = [
      ...(this.#unresolved ? [this.#unresolved.message] : []),
      ...states.flatMap(({ url, error }) =>
        error ? [`${url}: ${error.message}`] : [],
      ),
    ];
    const circuits = states.map(({ circuit }) => circuit);
    return {
      system: 'traefik',
      ...status,
      error: failed.length > 0 ? failed.join('; ') : status.error,
      version: this.#view?.version,
      circuit:
        circuits.find(circuit => circuit === 'closed') ??
        circuits[0] ??
        'closed',
      reading: 'polling',
    };
  }

  start(): void {
    this.#following ??= this.#follow();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#following;
    await Promise.all([...this.#pollers.values()].map(one => one.stop()));
  }

  /** Finds the replicas: once where they are configured, again and again where their name is. */
  async #follow(): Promise<void> {
    const { clock, intervalMs } = this.#options;
    const { signal } = this.#abort;
    try {
      await this.#resolve();
      while (this.config.replicas.type === 'dns') {
        await clock.sleep(intervalMs, signal);
        await this.#resolve();
      }
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
  }

  async #resolve(): Promise<void> {
    const { logger } = this.#options;
    try {
      const urls = await resolveReplicas(this.config);
      this.#unresolved = undefined;
      if (!this.#abort.signal.aborted) {
        this.#takeOver(urls);
      }
    } catch (error) {
      const failed = toError(error);
      if (this.#unresolved?.message !== failed.message) {
        logger.warn(failed.message);
      }
      this.#unresolved = failed;
    }
    this.#look();
  }

  #takeOver(urls: string[]): void {
    for (const [url, poller] of this.#pollers) {
      if (!urls.includes(url)) {
        this.#pollers.delete(url);
        void poller.stop();
      }
    }
    for (const url of urls.filter(one => !this.#pollers.has(one))) {
      const poller = ReplicaPoller.create({
        ...this.#options,
        client: TraefikClient.create({ ...this.#options, url }),
        onRound: () => this.#look(),
      });
      this.#pollers.set(url, poller);
      poller.start();
    }
  }

  #states(): ReplicaState[] {
    return [...this.#pollers.values()].map(({ state }) => state);
  }

  /** Those that answer; where none does, what they last said. */
  #shownReplicas() {
    const known = this.#states().flatMap(state => {
      const { snapshot, answeredAt } = state;
      return snapshot && answeredAt !== undefined
        ? [{ ...state, snapshot, answeredAt }]
        : [];
    });
    const answering = known.filter(({ error }) => !error);
    return answering.length > 0 ? answering : known;
  }

  /** Takes together what the replicas say, where it is something else than before. */
  #look(): void {
    const replicas = this.#shownReplicas();
    const snapshots = replicas.map(({ snapshot }) => snapshot);
    if (
      snapshots.length > 0 &&
      (snapshots.length !== this.#viewed.length ||
        snapshots.some((one, index) => one !== this.#viewed[index]))
    ) {
      this.#viewed = snapshots;
      this.#view = TraefikView.of(snapshots);
    }
    this.#differences = this.#disagreements.settled(
      replicas,
      this.#options.clock.now(),
    );
    const { fetchedAt, ...status } = this.status();
    const shown = JSON.stringify([
      snapshots.map(({ tag }) => tag),
      [...this.#differences],
      status,
    ]);
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#options.onChange();
    }
  }
}
