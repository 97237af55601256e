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
 * The instances that Roadie's and the Community's plugins are configured with, in the form of `gitops.argocd`;
 * `undefined` where there are none.
 */
export function readPeerArgoCd(config: Config): JsonObject | undefined {
  const peer = config.getOptionalConfig('argocd');
  const instances = (peer?.getOptionalConfigArray('appLocatorMethods') ?? [])
    .filter(method => method.getOptionalString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('instances') ?? []);
  return instances.length > 0
    ? { instances: instances.map(instance => readInstance(instance, peer)) }
    : undefined;
}

function readInstance(instance: Config, peer: Config | undefined): JsonObject {
  const token = instance.getOptionalString('token');
  const frontendUrl = instance.getOptionalString('frontendUrl');
  return {
    name: instance.getString('name'),
    url: instance.getString('url'),
    ...(frontendUrl && { frontendUrl }),
    auth: token ? { token } : readLogin(instance, peer),
  };
}

/** An instance without credentials of its own has those that all of them share. */
function readLogin(instance: Config, peer: Config | undefined): JsonObject {
  const found = ['username', 'password'].flatMap(key => {
    const value =
      instance.getOptionalString(key) ?? peer?.getOptionalString(key);
    return value === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(found);
}
