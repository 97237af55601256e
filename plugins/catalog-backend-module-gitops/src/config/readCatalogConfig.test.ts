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

import { ConfigReader } from '@backstage/config';
import type { JsonObject, JsonValue } from '@backstage/types';
import { readCatalogConfig } from './readCatalogConfig';

const read = (catalog?: JsonValue) =>
  readCatalogConfig(
    new ConfigReader({ gitops: catalog === undefined ? {} : { catalog } }),
  );

describe('readCatalogConfig', () => {
  it('has defaults', () => {
    expect(read()).toEqual({
      kinds: ['component'],
      label: 'app.kubernetes.io/name',
      schedule: { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
      clusters: {
        enabled: true,
        owner: 'group:default/platform-engineers',
        apiServer: false,
      },
      addOns: { enabled: true, owner: 'group:default/platform-engineers' },
    });
  });

  it('reads everything', () => {
    expect(
      read({
        kinds: ['Component', 'System'],
        label: 'acme.example/service',
        schedule: {
          frequency: { seconds: 30 },
          timeout: 'PT20S',
          initialDelay: '5s',
        },
        clusters: {
          enabled: 'true',
          owner: 'platform',
          system: 'platform',
          apiServer: true,
        },
        addOns: { enabled: false, owner: 'team-p' },
      }),
    ).toMatchObject({
      kinds: ['component', 'system'],
      label: 'acme.example/service',
      schedule: {
        frequency: { seconds: 30 },
        timeout: { seconds: 20 },
        initialDelay: { seconds: 5 },
      },
      clusters: {
        enabled: true,
        owner: 'platform',
        system: 'platform',
        apiServer: true,
      },
      addOns: { enabled: false, owner: 'team-p' },
    });
  });

  it.each<[string, JsonObject, string]>([
    [
      'an unknown key',
      { kind: 'Component' },
      'gitops.catalog.kind: there is no such key',
    ],
    [
      'an unknown key below clusters',
      { clusters: { owners: 'x' } },
      'gitops.catalog.clusters.owners: there is no such key',
    ],
    [
      'a kind instead of a list',
      { kinds: 'Component' },
      "gitops.catalog.kinds: found 'Component', expected a list of kinds",
    ],
    [
      'no kinds',
      { kinds: [] },
      'gitops.catalog.kinds: found a list, expected a list of kinds',
    ],
    [
      'a reference as a kind',
      { kinds: ['Component', 'component:x'] },
      "gitops.catalog.kinds[1]: found 'component:x', expected a kind",
    ],
    [
      'a label with a space',
      { label: 'a b' },
      "gitops.catalog.label: found 'a b', expected the key of a label",
    ],
    [
      'an owner that is none',
      { clusters: { owner: 'a:b:c' } },
      "gitops.catalog.clusters.owner: found 'a:b:c', expected an entity reference",
    ],
    [
      'clusters switched off as a whole',
      { clusters: false },
      'gitops.catalog.clusters: found false, expected an object with enabled',
    ],
    [
      'a schedule without a time-out',
      { schedule: { frequency: { seconds: 30 } } },
      "Missing required config value at 'gitops.catalog.schedule.timeout'",
    ],
  ])('refuses %s', (_name, catalog, message) => {
    expect(() => read(catalog)).toThrow(message);
  });

  it('names all that is wrong at once', () => {
    expect(() => read({ kinds: [], label: '' })).toThrow(
      /gitops\.catalog\.kinds: .*; gitops\.catalog\.label: /,
    );
  });
});
