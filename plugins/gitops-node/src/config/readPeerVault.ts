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

import type { Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/**
 * The server that the Community's plugin is configured with, in the form of `gitops.vault`; `undefined` where there is
 * none.
 */
export function readPeerVault(config: Config): JsonObject | undefined {
  const peer = config.getOptionalConfig('vault');
  const url = peer?.getOptionalString('baseUrl');
  if (!peer || url === undefined) {
    return undefined;
  }
  const publicUrl = peer.getOptionalString('publicUrl');
  return {
    servers: [
      {
        name: 'main',
        url,
        ...(publicUrl && { publicUrl }),
        auth: readAuth(peer),
        mounts: [
          {
            // Its own default.
            path: peer.getOptionalString('secretEngine') ?? 'secrets',
            version: peer.getOptionalNumber('kvVersion') ?? 2,
          },
        ],
      },
    ],
  };
}

function readAuth(peer: Config): JsonObject {
  const type = peer.getOptionalString('auth.type');
  if (type === undefined) {
    const token = peer.getOptionalString('token');
    return { method: 'token', ...(token && { token }) };
  }
  if (type === 'static') {
    return { method: 'token', token: peer.getString('auth.secret') };
  }
  // A method that it does not have is refused by name later on.
  const found = ['role', 'authPath', 'serviceAccountTokenPath'].flatMap(key => {
    const value = peer.getOptionalString(`auth.${key}`);
    return value === undefined ? [] : [[key, value]];
  });
  return { method: type, ...Object.fromEntries(found) };
}
