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

import dns, { type LookupAddress, type LookupOptions } from 'node:dns';

/** A host name of this machine for as long as a test wants it to be. */
export const HOST = 'argocd.dns.test';

const state = { known: true };
const { lookup } = dns;

type Callback = (
  error: NodeJS.ErrnoException | null,
  addresses: LookupAddress[],
) => void;

/** Whether the host name is known from now on. */
export function resolveHost(known: boolean): void {
  state.known = known;
}

beforeAll(() => {
  const resolve = (
    hostname: string,
    options: LookupOptions,
    callback: Callback,
  ) => {
    if (hostname !== HOST) {
      lookup(hostname, { ...options, all: true }, callback);
    } else if (state.known) {
      callback(null, [{ address: '127.0.0.1', family: 4 }]);
    } else {
      const message = `getaddrinfo ENOTFOUND ${HOST}`;
      callback(Object.assign(new Error(message), { code: 'ENOTFOUND' }), []);
    }
  };
  Object.assign(dns, { lookup: resolve });
});

afterAll(() => {
  Object.assign(dns, { lookup });
});
