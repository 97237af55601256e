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

import { setTimeout as sleep } from 'node:timers/promises';
import { Browser } from '../load/Browser.mjs';
import { applicationName } from '../standIn/application.mjs';
import { buildOurs } from './buildOurs.mjs';
import { ChildProcess } from './ChildProcess.mjs';

const LOOK_MS = 20;
const LONGEST_WAIT_MS = 180_000;

let built;

/** A process with our backend and a catalog. */
export class OurBackend {
  #child;
  #browser;
  #beganAt;
  url;

  /**
   * Resolves once the catalog knows the entities.
   *
   * @param {{ instances: { name: string, url: string }[], auth: object, entities: number, gitops?: object, annotations?: object }} options -
   *   `entities`: one for each of the first Applications; `gitops`: further keys of the configuration; `annotations`: of every
   *   entity, with `{name}` for its own
   */
  static async start({ instances, auth, entities, gitops, annotations }) {
    const child = await ChildProcess.start({
      name: 'our backend',
      file: await (built ??= buildOurs()),
      execArgv: ['--expose-gc'],
    });
    const { url, beganAt } = await child.call('start', {
      instances,
      auth,
      entities,
      gitops,
      annotations,
    });
    return new OurBackend({ child, url, beganAt });
  }

  constructor({ child, url, beganAt }) {
    this.#child = child;
    this.#beganAt = beganAt;
    this.#browser = new Browser({ baseUrl: url });
    this.url = url;
  }

  /** @returns {Promise<{ name: string, status: string, applications: number }[]>} */
  async instances() {
    const { items } = await this.#browser.getJson('/api/gitops/v1/instances');
    return items;
  }

  /** Resolves with the milliseconds since the backend's start, once every instance is known as a whole. */
  async untilFull(applications) {
    await this.until(items =>
      items.every(
        item => item.status === 'ok' && item.applications === applications,
      ),
    );
    return Date.now() - this.#beganAt;
  }

  /** Resolves once the instances are as expected. */
  async until(expected) {
    await waitFor('the expected state of the instances', async () =>
      expected(await this.instances()),
    );
  }

  /** Resolves once the catalog has the entity of the last of so many Applications. */
  async untilCataloged(entities) {
    const name = applicationName(entities - 1);
    await waitFor(`${name} in the catalog`, async () => {
      try {
        await this.#browser.get(
          `/api/catalog/entities/by-name/component/default/${name}`,
        );
        return true;
      } catch (error) {
        if (!error.message.startsWith('404')) throw error;
        return false;
      }
    });
  }

  memory() {
    return this.#child.call('memory');
  }

  watchEventLoop() {
    return this.#child.call('watchEventLoop');
  }

  eventLoop() {
    return this.#child.call('eventLoop');
  }

  takeSignals() {
    return this.#child.call('takeSignals');
  }

  async stop() {
    this.#browser.close();
    await this.#child.stop();
  }
}

async function waitFor(what, reached) {
  const end = Date.now() + LONGEST_WAIT_MS;
  while (!(await reached())) {
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}`);
    await sleep(LOOK_MS);
  }
}
