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

import { build } from './build.mjs';
import { ChildProcess } from './ChildProcess.mjs';

let built;

/** A process with the backends of both peers. */
export class PeerBackends {
  #child;
  url;

  /** @param {{ instances: { name: string, url: string }[], token?: string, username?: string, password?: string, vault?: { url: string } }} options */
  static async start(options) {
    const child = await ChildProcess.start({
      name: "the peers' backend",
      file: await (built ??= buildPeers()),
    });
    const { url } = await child.call('start', options);
    return new PeerBackends({ child, url });
  }

  constructor({ child, url }) {
    this.#child = child;
    this.url = url;
  }

  stop() {
    return this.#child.stop();
  }
}

/** Where it finds the packages that were installed for it. */
function buildPeers() {
  return build({
    entry: 'peers.mjs',
    outfile: 'peers/backend.mjs',
    format: 'esm',
    packages: 'external',
  });
}
