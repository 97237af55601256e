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

import { applicationSetsSchema } from './ApplicationSets';

const metadata = { name: 'shop', namespace: 'argocd' };
const bare = {
  name: 'shop',
  namespace: 'argocd',
  labels: {},
  generators: [],
  conditions: [],
  applications: 0,
  applicationsByHealth: {},
};

it.each<[string, object, object]>([
  ['one without anything', { metadata }, bare],
  [
    'one in full',
    {
      metadata: {
        ...metadata,
        creationTimestamp: '2026-11-21T02:30:03Z',
        labels: { team: 'b' },
        managedFields: [{ manager: 'secret' }],
      },
      spec: {
        generators: [
          {
            matrix: {
              generators: [
                { git: { repoURL: 'https://secret' }, selector: {} },
                { merge: { generators: [{ clusters: {} }, { git: {} }] } },
              ],
            },
            selector: { matchLabels: {} },
            list: null,
          },
        ],
        template: {
          metadata: { name: 'shop-{{.env}}' },
          spec: { project: 'team-b', source: { helm: { values: 'secret' } } },
        },
      },
      status: {
        conditions: [
          {
            type: 'ErrorOccurred',
            status: 'True',
            reason: 'RenderTemplateParamsError',
            message: 'm'.repeat(500),
            lastTransitionTime: '2026-11-21T02:30:04Z',
          },
        ],
        resources: [
          { health: { status: 'Healthy' } },
          { health: { status: 'Healthy' } },
          { health: { status: 'Glorious' } },
          { health: {} },
          {},
        ],
        resourcesCount: 7000,
        health: { status: 'Degraded' },
      },
    },
    {
      ...bare,
      createdAt: '2026-11-21T02:30:03Z',
      labels: { team: 'b' },
      generators: ['matrix', 'git', 'merge', 'clusters'],
      project: 'team-b',
      nameTemplate: 'shop-{{.env}}',
      conditions: [
        {
          type: 'ErrorOccurred',
          status: 'True',
          reason: 'RenderTemplateParamsError',
          message: `${'m'.repeat(299)}…`,
          since: '2026-11-21T02:30:04Z',
        },
      ],
      health: 'Degraded',
      applications: 7000,
      applicationsByHealth: { Healthy: 2, Unknown: 1 },
    },
  ],
  [
    'shapes that this version does not know',
    {
      metadata,
      spec: { generators: ['git'], template: 'x' },
      status: { resources: {}, conditions: 'x', health: 7 },
    },
    bare,
  ],
])('reads %s', (_name, item, expected) => {
  expect(applicationSetsSchema.parse({ items: [item] })).toEqual([expected]);
});

it.each([{ items: null }, {}, { items: [{}, { metadata: {} }] }])(
  'finds none in %j',
  answer => {
    expect(applicationSetsSchema.parse(answer)).toEqual([]);
  },
);
