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

import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse } from 'yaml';
import { type Platform, type PlatformMesh, readPlatform } from '../platform';
import { editYaml } from '../yaml';
import { followSwitches } from './followSwitches';

const tree = resolve(__dirname, '../../../../gitops-platform');
const read = (path: string) => readFileSync(resolve(tree, path), 'utf8');

const path = 'applications/dev/orders/application.yaml';
const shipped = read(path);
const platform = readPlatform(read('platform.yaml'));

const NAMESPACE = ['spec', 'syncPolicy', 'managedNamespaceMetadata'];
const WARNED = {
  'pod-security.kubernetes.io/audit': 'restricted',
  'pod-security.kubernetes.io/warn': 'restricted',
};

function follow(content: string, change: Partial<Platform>): string {
  return followSwitches(content, {
    path,
    valuesPath: 'applications/dev/orders/values.yaml',
    service: 'orders',
    environment: 'dev',
    platform: { ...platform, ...change },
  });
}

const withMesh = (content: string, mesh?: PlatformMesh) =>
  follow(content, { mesh });

const namespaceOf = (content: string) =>
  parse(content).spec.syncPolicy.managedNamespaceMetadata;

const plain = withMesh(shipped, 'none');
const set = (content: string, at: string[], value: string) =>
  editYaml(content, [{ op: 'set', path: at, value }]);

const writtenBy = (
  writer: 'ci' | 'image-updater',
  change: Partial<Platform> = {},
): Partial<Platform> => ({
  environments: platform.environments.map(environment => ({
    ...environment,
    writer,
  })),
  ...change,
});

describe('followSwitches: features.mesh', () => {
  it.each<[PlatformMesh, object]>([
    [
      'linkerd',
      {
        labels: {
          ...WARNED,
          'pod-security.kubernetes.io/enforce': 'privileged',
        },
        annotations: { 'linkerd.io/inject': 'enabled' },
      },
    ],
    ['istio', { labels: { ...WARNED, 'istio-injection': 'enabled' } }],
    ['none', { labels: WARNED }],
  ])('%s', (mesh, metadata) => {
    expect(namespaceOf(withMesh(shipped, mesh))).toEqual(metadata);
    expect(namespaceOf(withMesh(withMesh(plain, 'istio'), mesh))).toEqual(
      metadata,
    );
  });

  it('says why, once, and only where it is so', () => {
    const because = (content: string) =>
      content.match(/^ +# linkerd-init .*\n +\S+enforce: privileged$/gm);
    expect(because(shipped)).toHaveLength(1);
    expect(plain).not.toContain('linkerd');
  });

  it.each<PlatformMesh>(['linkerd', 'istio', 'none'])(
    'changes nothing a second time, and comes back to the byte: %s',
    mesh => {
      const once = withMesh(shipped, mesh);
      expect(withMesh(once, mesh)).toBe(once);
      expect(withMesh(once, 'linkerd')).toBe(shipped);
      const windows = shipped.replaceAll('\n', '\r\n');
      expect(withMesh(withMesh(windows, mesh), 'linkerd')).toBe(windows);
    },
  );

  it('leaves the namespace alone where platform.yaml names no mesh', () => {
    expect(withMesh(shipped)).toBe(shipped);
    expect(withMesh(plain)).toBe(plain);
  });

  it('makes the metadata where there is none', () => {
    const bare = editYaml(shipped, [{ op: 'remove', path: NAMESPACE }]);
    expect(namespaceOf(withMesh(bare, 'linkerd'))).toEqual(
      namespaceOf(shipped),
    );
    expect(withMesh(bare, 'none')).toBe(bare);
  });

  it.each<[string, PlatformMesh, string[], string]>([
    [
      'outside of Linkerd',
      'linkerd',
      ['annotations', 'linkerd.io/inject'],
      'disabled',
    ],
    ['outside of Istio', 'istio', ['labels', 'istio-injection'], 'disabled'],
    ['a team of its own', 'none', ['labels', 'team'], 'shop'],
  ])('keeps what was decided for one service: %s', (_, mesh, at, value) => {
    const decided = set(plain, [...NAMESPACE, ...at], value);
    expect(withMesh(decided, mesh)).toBe(decided);
  });

  it('keeps what is warned about, and lets in what the mesh needs', () => {
    const warn = [...NAMESPACE, 'labels', 'pod-security.kubernetes.io/warn'];
    const enforce = [
      ...NAMESPACE,
      'labels',
      'pod-security.kubernetes.io/enforce',
    ];
    const strict = set(set(plain, warn, 'baseline'), enforce, 'restricted');
    expect(namespaceOf(withMesh(strict, 'linkerd')).labels).toMatchObject({
      'pod-security.kubernetes.io/warn': 'baseline',
      'pod-security.kubernetes.io/enforce': 'privileged',
    });
    expect(withMesh(strict, 'istio')).toContain('enforce: restricted');
  });
});

describe('followSwitches: the writer image-updater', () => {
  const prefix = 'argocd-image-updater.argoproj.io/';

  it('tells Image Updater what it follows and writes', () => {
    const { labels, annotations } = parse(
      follow(shipped, writtenBy('image-updater')),
    ).metadata;
    expect(labels).toEqual({
      'app.kubernetes.io/name': 'orders',
      environment: 'dev',
      'platform/version-writer': 'image-updater',
    });
    expect(annotations).toEqual({
      'backstage.io/entity-ref': 'component:default/orders',
      [`${prefix}image-list`]: 'app=ghcr.io/acme/orders',
      [`${prefix}app.update-strategy`]: 'newest-build',
      [`${prefix}app.allow-tags`]: 'regexp:^[0-9a-f]{12}$',
      [`${prefix}app.force-update`]: 'true',
      [`${prefix}app.helm.image-name`]: 'image.repository',
      [`${prefix}app.helm.image-tag`]: 'image.tag',
      [`${prefix}write-back-method`]: 'git:secret:argocd/image-updater-git',
      [`${prefix}write-back-target`]:
        'helmvalues:/applications/dev/orders/values.yaml',
      [`${prefix}git-repository`]:
        'https://github.com/acme/gitops-platform.git',
      [`${prefix}git-branch`]: 'main:image-updater-orders-dev-{{.SHA256}}',
    });
  });

  it('gives what the add-on asks for', () => {
    const [, example] =
      /```yaml\n(metadata:\n[^]*?)```/.exec(
        read('infrastructure/image-updater/README.md'),
      ) ?? [];
    const asked = parse(example ?? '').metadata;
    const given = parse(follow(shipped, writtenBy('image-updater'))).metadata;
    expect(given.labels).toMatchObject(asked.labels);
    expect(Object.keys(given.annotations)).toEqual(
      expect.arrayContaining(Object.keys(asked.annotations)),
    );
    expect(
      read('infrastructure/image-updater/config/base/services.yaml'),
    ).toContain('platform/version-writer: image-updater');
  });

  it('follows the registry and the branch, and leaves the strategy to the service', () => {
    const strategy = `${prefix}app.update-strategy`;
    const tuned = set(
      follow(shipped, writtenBy('image-updater')),
      ['metadata', 'annotations', strategy],
      'semver',
    );
    const moved = follow(
      tuned,
      writtenBy('image-updater', {
        registry: 'registry.acme.example/apps',
        repository: { ...platform.repository, branch: 'trunk' },
      }),
    );
    expect(parse(moved).metadata.annotations).toMatchObject({
      [strategy]: 'semver',
      [`${prefix}image-list`]: 'app=registry.acme.example/apps/orders',
      [`${prefix}git-branch`]: expect.stringMatching(/^trunk:/),
    });
  });

  it('changes nothing a second time, and comes back to the byte', () => {
    const once = follow(shipped, writtenBy('image-updater'));
    expect(follow(once, writtenBy('image-updater'))).toBe(once);
    expect(follow(once, writtenBy('ci'))).toBe(shipped);
  });

  it('leaves alone what Image Updater was told without us', () => {
    const own = set(
      shipped,
      ['metadata', 'annotations', `${prefix}image-list`],
      'app=ghcr.io/acme/orders',
    );
    expect(follow(own, writtenBy('ci'))).toBe(own);
  });
});

it.each([
  ['a: [', 'applications/dev/orders/application.yaml is not valid YAML'],
  ['- a', 'applications/dev/orders/application.yaml does not hold a YAML map'],
])('followSwitches refuses %s', (content, message) => {
  expect(() => follow(content, {})).toThrow(message);
});
