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
      await ChildProcess.start({ name: 'the Argo CD stand-in', file }),
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
        environment: ENVIRONMENTS[index % ENVIRONMENTS.length],
        applications,
        delayMs,
      })),
    );
    return started.map((one, index) => ({ ...one, name: `argocd-${index}` }));
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
