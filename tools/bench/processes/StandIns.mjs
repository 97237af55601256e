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
import { here } from '../here.mjs';
import { ChildProcess } from './ChildProcess.mjs';

const ENVIRONMENTS = ['dev', 'staging', 'production'];

/** The process that plays Argo CD. */
export class StandIns {
  #child;

  static async start() {
    const file = path.join(here, 'standIn', 'main.mjs');
    return new StandIns(
      await ChildProcess.start({ name: 'the stand-ins', file }),
    );
  }

  constructor(child) {
    this.#child = child;
  }

  /**
   * Starts Argo CD instances. The same Applications are on each of them.
   *
   * @param {{ instances: number, applications: number, delayMs: number }} options
   * @returns {Promise<{ id: number, name: string, url: string }[]>}
   */
  async add({ instances, applications, delayMs }) {
    const started = await this.#child.call(
      'start',
      Array.from({ length: instances }, (_, index) => ({
        kind: 'argocd',
        environment: ENVIRONMENTS[index % ENVIRONMENTS.length],
        applications,
        delayMs,
      })),
    );
    return started.map((one, index) => ({ ...one, name: `argocd-${index}` }));
  }

  /**
   * Starts a Vault server.
   *
   * @param {{ folders: number, delayMs: number }} options - `folders`: of every service, with one secret each
   */
  async addVault(options) {
    const [one] = await this.#child.call('start', [
      { kind: 'vault', ...options },
    ]);
    return { ...one, name: 'vault' };
  }

  /**
   * Starts a Traefik.
   *
   * @param {{ services: string[], delayMs: number }} options - `services`: with three routers each
   */
  async addTraefik(options) {
    const [one] = await this.#child.call('start', [
      { kind: 'traefik', ...options },
    ]);
    return { ...one, name: 'traefik' };
  }

  /** What was asked of a Vault server or a Traefik since this was last asked. */
  async takeCalls({ id }) {
    const [calls] = await this.#child.call('takeCalls', [id]);
    return calls;
  }

  /**
   * How many calls were made since this was last asked: those that views cause, and not the streams, versions and
   * looks at the list's version by which our watcher follows an instance, whoever looks at whatever.
   */
  async takeViewCalls(instances) {
    const calls = await this.#child.call(
      'takeCalls',
      instances.map(({ id }) => id),
    );
    return calls
      .flatMap(byKind => Object.entries(byKind))
      .filter(([kind]) => !['stream', 'version', 'check'].includes(kind))
      .reduce((sum, [, count]) => sum + count, 0);
  }

  /** @param {'hang' | 'error' | 'truncated' | undefined} fault */
  setFault({ id }, fault) {
    return this.#child.call('setFault', { id, fault });
  }

  startChanges({ id }, options) {
    return this.#child.call('startChanges', { id, ...options });
  }

  stopChanges() {
    return this.#child.call('stopChanges');
  }

  stop() {
    return this.#child.stop();
  }
}
