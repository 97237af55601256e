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

import type {
  ApplicationOverview,
  EntityApplications,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { isSameImage, parseImageReference } from './ImageVersion';
import { judgeSource } from './judgeSource';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const image = { place: 'image', tag: 'v1', digest: DIGEST };

const app = (more: Partial<ApplicationOverview> = {}): ApplicationOverview => ({
  instance: 'main',
  namespace: 'argocd',
  name: 'orders-dev',
  project: 'workloads-dev',
  environment: 'dev',
  cluster: 'in-cluster',
  sync: 'Synced',
  health: 'Healthy',
  autoSync: true,
  sources: [],
  version: { images: [`ghcr.io/acme/orders:v1@${DIGEST}`] },
  conditions: [],
  binding: { status: 'proved', reason: '' },
  links: [],
  ...more,
});

const applications = (
  items: ApplicationOverview[],
  status: UpstreamStatus['status'] = 'ok',
): EntityApplications => ({
  claim: { names: [], missing: [] },
  items,
  hidden: 0,
  pullRequests: [],
  instances: [
    { name: 'main', status },
    { name: 'other', status: 'ok' },
  ],
});

describe('judgeSource', () => {
  it.each<[string, EntityApplications, RegExp | undefined]>([
    ['what is Healthy and Synced', applications([app()]), undefined],
    [
      'what is in trouble elsewhere alone',
      applications([
        app(),
        app({ environment: 'staging', health: 'Degraded' }),
      ]),
      undefined,
    ],
    [
      'what runs under the name of a mirror',
      applications([app({ version: { images: [`mirror/x@${DIGEST}`] } })]),
      undefined,
    ],
    [
      'one of two clusters, with the reason',
      applications([
        app(),
        app({
          name: 'orders-dev-us',
          health: 'Degraded',
          reasons: [{ kind: 'resource', message: 'Pod orders crashes' }],
        }),
      ]),
      /^orders-dev-us is Degraded: Pod orders crashes\.$/,
    ],
    [
      'what is being deployed',
      applications([app({ health: 'Progressing' })]),
      /orders-dev is Progressing\./,
    ],
    [
      'another version than Git names',
      applications([app({ version: { images: ['ghcr.io/acme/orders:v0'] } })]),
      /does not run the version that Git names yet/,
    ],
    [
      'what is out of sync',
      applications([app({ sync: 'OutOfSync' })]),
      /orders-dev is OutOfSync/,
    ],
    [
      'what was last seen long ago',
      applications([app()], 'stale'),
      /instance main does not answer/,
    ],
    [
      'what cannot be seen because nobody answers',
      applications([], 'error'),
      /not known: the Argo CD instance main does not answer/,
    ],
    ['nothing', applications([]), /no Application of it runs there/],
  ])('judges %s', (_, given, doubt) => {
    const judged = judgeSource({
      applications: given,
      environment: 'dev',
      images: [image],
    });
    expect(judged ?? '').toMatch(doubt ?? /^$/);
  });
});

describe('an image reference', () => {
  it.each([
    ['a', { repository: 'a' }],
    ['localhost:5000/a/b', { repository: 'localhost:5000/a/b' }],
    ['localhost:5000/a:v1', { repository: 'localhost:5000/a', tag: 'v1' }],
    [
      `ghcr.io/a:v1@${DIGEST}`,
      { repository: 'ghcr.io/a', tag: 'v1', digest: DIGEST },
    ],
    [`ghcr.io/a@${DIGEST}`, { repository: 'ghcr.io/a', digest: DIGEST }],
  ])('%s is taken apart', (reference, parts) => {
    expect(parseImageReference(reference)).toEqual(parts);
  });

  it.each<[string, object, boolean]>([
    [`a:v1@${DIGEST}`, { tag: 'v2', digest: DIGEST }, true],
    [`a:v1@${DIGEST}`, { tag: 'v1', digest: 'sha256:b' }, false],
    ['a:v1', { tag: 'v1', digest: DIGEST }, true],
    [`a@${DIGEST}`, { tag: 'v1' }, false],
    ['a', {}, false],
  ])('%s is %j: %s', (running, version, same) => {
    expect(isSameImage(running, version)).toBe(same);
  });
});
