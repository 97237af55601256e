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

import type { DeliveryVersion } from '@gitops-platform/backstage-plugin-gitops-common';
import { commit, overviewOf } from '../__testUtils__/facts';
import { environmentOfPullRequest } from '../rows/environmentOfPullRequest';
import { differsFromGit } from './differsFromGit';
import { imageOf, labelOf } from './imageOf';
import { isSameVersion } from './isSameVersion';
import { runningVersion } from './runningVersion';

const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

describe('imageOf', () => {
  it.each([
    ['ghcr.io/acme/orders:1.0', 'ghcr.io/acme/orders', '1.0', undefined],
    ['localhost:5000/orders', 'localhost:5000/orders', undefined, undefined],
    [`orders:1.0@${digest('a')}`, 'orders', '1.0', digest('a')],
    [`orders@${digest('a')}`, 'orders', undefined, digest('a')],
    ['1.0.0', '', '1.0.0', undefined],
    ['nginx', 'nginx', undefined, undefined],
  ])('reads %s', (text, repository, tag, found) => {
    expect(imageOf(text)).toEqual({ repository, tag, digest: found });
  });

  it('calls an image by its tag, else by its digest', () => {
    expect(labelOf(imageOf('orders:1.0'))).toBe('1.0');
    expect(labelOf(imageOf(`orders@${digest('a')}`))).toBe('a'.repeat(12));
    expect(labelOf(imageOf('orders'))).toBeUndefined();
  });
});

describe('differsFromGit', () => {
  it.each<[string[], string[] | undefined, boolean | undefined]>([
    [['r/orders:1'], ['r/orders:1'], false],
    [['r/orders:1'], ['r/orders:2'], true],
    [['r/orders:1', 'envoy:2'], ['r/orders:1'], false],
    [['r/orders:1', 'r/orders:2'], ['r/orders:2'], false],
    [['r/podinfo:6'], ['r/orders:1'], true],
    [['r/orders:1'], ['1'], false],
    [['r/orders:1'], ['v2'], true],
    [['r/orders:1'], [`r/orders@${digest('a')}`], undefined],
    [[`r/orders:1@${digest('a')}`], [`r/orders:1@${digest('b')}`], true],
    [['r/a:1', 'r/b:1'], ['r/a:1', 'r/b:2'], true],
    [[], ['r/orders:1'], undefined],
    [['r/orders:1'], [], undefined],
    [['r/orders:1'], undefined, undefined],
  ])('%j where Git names %j: %s', (running, named, differs) => {
    expect(differsFromGit(running, named)).toBe(differs);
  });
});

describe('isSameVersion', () => {
  const version = (differs: Partial<DeliveryVersion>): DeliveryVersion => ({
    label: '1',
    images: [],
    ...differs,
  });

  it.each<
    [string, Partial<DeliveryVersion>, Partial<DeliveryVersion>, boolean]
  >([
    [
      'a digest, whatever the tag',
      { images: [`a/orders:1@${digest('a')}`] },
      { images: [`b/orders:2@${digest('a')}`], label: '2' },
      true,
    ],
    [
      'another digest under one tag',
      { images: [`orders:1@${digest('a')}`] },
      { images: [`orders:1@${digest('b')}`] },
      false,
    ],
    [
      'a source commit',
      { sourceRevision: 'x' },
      { sourceRevision: 'x', label: '2' },
      true,
    ],
    ['a label', {}, {}, true],
    ['another label', {}, { label: '2' }, false],
    ['a placeholder', { placeholder: true }, { placeholder: true }, true],
    ['no placeholder', { placeholder: true }, {}, false],
  ])('goes by %s', (_, one, other, same) => {
    expect(isSameVersion(version(one), version(other))).toBe(same);
    expect(isSameVersion(version(other), version(one))).toBe(same);
  });
});

describe('runningVersion', () => {
  const images = (tag: string) => [`ghcr.io/acme/orders:${tag}`];
  const git = {
    desired: { images: images('2'), sourceRevision: commit('2') },
    deployed: { images: images('1'), sourceRevision: commit('1') },
  };

  it.each<[string, Parameters<typeof runningVersion>, object | undefined]>([
    [
      'with the commit of what runs, not of what Git asks for now',
      [overviewOf('dev', { version: { images: images('1') } }), git],
      expect.objectContaining({ label: '1', sourceRevision: commit('1') }),
    ],
    [
      'with no commit, where neither is what runs',
      [
        overviewOf('dev', {
          version: { images: images('0'), sourceRevision: commit('2') },
        }),
        git,
      ],
      expect.not.objectContaining({ sourceRevision: expect.anything() }),
    ],
    [
      "after the service's image, not its side car",
      [
        overviewOf('dev', { version: { images: ['envoy:9', ...images('1')] } }),
        git,
      ],
      expect.objectContaining({ label: '1' }),
    ],
    [
      'after the version of its chart',
      [
        overviewOf('dev', {
          version: { images: [] },
          sources: [{ repoUrl: 'x', chart: 'redis', revision: '7.1.0' }],
        }),
        undefined,
      ],
      expect.objectContaining({ label: '7.1.0' }),
    ],
    [
      'after the commit of its manifests',
      [
        overviewOf('dev', {
          version: { images: [] },
          sources: [{ repoUrl: 'x', revision: commit('a') }],
        }),
        undefined,
      ],
      expect.objectContaining({ label: 'aaaaaaa' }),
    ],
    [
      'by nothing, where nothing is known',
      [overviewOf('dev', { version: { images: [] } }), undefined],
      undefined,
    ],
  ])('is called %s', (_, given, expected) => {
    const version = runningVersion(...given);
    expect(version).toEqual(expected);
  });
});

describe('environmentOfPullRequest', () => {
  const environments = [
    { name: 'dev', aliases: [] },
    { name: 'staging', aliases: ['stg'] },
    { name: 'production', aliases: ['prod'] },
  ];

  it.each([
    ['Promote orders 1.0 to production', 'production'],
    ['Promote orders from staging to prod', 'production'],
    ['Roll back orders in staging to 1.0', 'staging'],
    ['Promote staging 1.0 to production', 'production'],
    ['Create orders', undefined],
    ['Create dev-portal', undefined],
    ['dev and staging', undefined],
  ])('of "%s" is %s', (title, environment) => {
    expect(environmentOfPullRequest({ title }, environments)).toBe(environment);
  });
});
