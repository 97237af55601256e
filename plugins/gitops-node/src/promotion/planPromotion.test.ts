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

import { parse } from 'yaml';
import type { GitOpsRepositoryConfig } from '../config';
import { readPlatform } from '../platform';
import { planPromotion } from './planPromotion';
import type { ReleaseFiles } from './Release';

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OLD_DIGEST = `sha256:${'b'.repeat(64)}`;
const BUILT = 'b1'.repeat(20);
const CHART = 'c2'.repeat(20);

const platform = readPlatform(`
organisation: acme
repository: { url: https://github.com/acme/gitops-platform.git, branch: main }
registry: ghcr.io/acme
placeholderImage: { repository: ghcr.io/stefanprodan/podinfo, tag: 6.9.2 }
secretStore: { kind: ClusterSecretStore, name: vault }
environments:
  - { name: dev, domain: dev.acme.example, cluster: c, writer: ci }
  - { name: staging, domain: staging.acme.example, cluster: c, writer: promotion }
  - { name: production, domain: acme.example, cluster: c, writer: promotion, registry: 1234.dkr.ecr.eu-west-1.amazonaws.com/acme }
`);

const repository: GitOpsRepositoryConfig = {
  url: 'https://github.com/acme/gitops-platform',
  branch: 'main',
  path: 'applications/{environment}/{service}',
  version: {
    kind: 'helm-values',
    file: 'values.yaml',
    paths: ['image.tag', 'image.digest'],
  },
};

const kustomize: GitOpsRepositoryConfig = {
  ...repository,
  version: { kind: 'kustomize-images', file: 'kustomization.yaml', paths: [] },
};

const values = (image: Partial<Record<string, string>>) => `# orders
image: # the version
  repository: ${image.repository ?? 'ghcr.io/acme/orders'}
  tag: ${image.tag ?? "'1.0'"}
  digest: '${image.digest ?? ''}'
  sourceRevision: '${image.sourceRevision ?? ''}'
replicas: 3
`;

const application = (
  options: { entityRef?: string; chart?: string; url?: string } = {},
) => {
  const { entityRef = 'component:default/orders', chart, url } = options;
  return `metadata:
  annotations: { backstage.io/entity-ref: ${entityRef} }
spec:
${
  chart
    ? `  sources:
    - repoURL: ${url ?? 'https://github.com/acme/orders.git'}
      path: chart
      targetRevision: ${chart}
    - { repoURL: https://github.com/acme/gitops-platform.git, targetRevision: main, ref: values }`
    : '  source: { repoURL: https://github.com/acme/gitops-platform.git, path: charts/my-microservice, targetRevision: main }'
}
`;
};

function files(
  environment: string,
  text: string | undefined,
  app: string | undefined = application(),
  file = 'values.yaml',
): ReleaseFiles {
  const folder = `applications/${environment}/orders`;
  return {
    environment,
    version:
      text === undefined ? undefined : { path: `${folder}/${file}`, text },
    application: app
      ? { path: `${folder}/application.yaml`, text: app }
      : undefined,
  };
}

const built = {
  tag: '1.10',
  digest: DIGEST,
  sourceRevision: BUILT,
};
const before = { tag: "'1.0'", digest: OLD_DIGEST };

function plan(
  source: ReleaseFiles,
  target: ReleaseFiles,
  more: Partial<Parameters<typeof planPromotion>[0]> = {},
) {
  return planPromotion({
    service: 'orders',
    entityRef: 'component:default/orders',
    source,
    target,
    platform,
    repository,
    ...more,
  });
}

describe('planPromotion', () => {
  it('takes over tag, digest and source commit, and not a byte more', () => {
    const planned = plan(
      files('dev', values(built)),
      files('staging', values(before)),
    );
    expect(planned).toMatchObject({
      status: 'change',
      from: { label: '1.0', images: [`ghcr.io/acme/orders:1.0@${OLD_DIGEST}`] },
      to: {
        label: '1.10',
        images: [`ghcr.io/acme/orders:1.10@${DIGEST}`],
        sourceRevision: BUILT,
      },
      copies: [],
      notes: [],
    });
    expect(planned.doubt).toBeUndefined();
    expect(planned.files).toEqual([
      {
        path: 'applications/staging/orders/values.yaml',
        before: values(before),
        // Without quotes it would be the number 1.1.
        after: values({ ...built, tag: "'1.10'" }),
      },
    ]);
  });

  it('finds nothing to do where Git says it, and then no doubt counts', () => {
    const planned = plan(
      files('dev', values(built)),
      files('staging', values(built)),
      { doubt: () => 'orders-dev is Degraded.' },
    );
    expect(planned).toMatchObject({ status: 'unchanged', files: [] });
    expect(planned.doubt).toBeUndefined();
  });

  it('keeps a doubt, of the version that is promoted', () => {
    const doubt = jest.fn(() => 'orders-dev is Degraded.');
    const planned = plan(
      files('dev', values(built)),
      files('staging', values(before)),
      { doubt },
    );
    expect(planned.doubt).toBe('orders-dev is Degraded.');
    expect(doubt).toHaveBeenCalledWith([
      expect.objectContaining({ place: 'image', digest: DIGEST }),
    ]);
  });

  it('takes a digest away that the new tag does not have, and says so', () => {
    const planned = plan(
      files('dev', values({ tag: '2.0.0', sourceRevision: BUILT })),
      files('staging', values(before)),
    );
    expect(parse(planned.files[0].after).image).toEqual({
      repository: 'ghcr.io/acme/orders',
      tag: '2.0.0',
      digest: '',
      sourceRevision: BUILT,
    });
    expect(planned.notes).toEqual([
      'ghcr.io/acme/orders:2.0.0 has no digest: the tag could come to mean another image.',
    ]);
  });

  it('replaces the placeholder that runs until the first promotion', () => {
    const planned = plan(
      files('dev', values(built)),
      files(
        'staging',
        values({ repository: 'ghcr.io/stefanprodan/podinfo', tag: '6.9.2' }),
      ),
    );
    expect(planned.files[0].after).toBe(values({ ...built, tag: "'1.10'" }));
  });

  it("names the target's registry, and what has to be copied to it", () => {
    const planned = plan(
      files('staging', values(built)),
      files('production', values(before)),
    );
    const moved = '1234.dkr.ecr.eu-west-1.amazonaws.com/acme/orders';
    expect(planned.copies).toEqual([
      { from: `ghcr.io/acme/orders@${DIGEST}`, to: `${moved}@${DIGEST}` },
    ]);
    expect(parse(planned.files[0].after).image).toMatchObject({
      repository: moved,
      digest: DIGEST,
    });
    const again = plan(
      files('staging', values(built)),
      files('production', planned.files[0].after),
    );
    expect(again.status).toBe('unchanged');
  });

  it('leaves the name of an image that is in neither registry', () => {
    const planned = plan(
      files('staging', values({ ...built, repository: 'quay.io/acme/orders' })),
      files('production', values(before)),
    );
    expect(planned.copies).toEqual([]);
    expect(planned.to.images).toEqual([`quay.io/acme/orders:1.10@${DIGEST}`]);
  });

  it('takes over every image that the configuration names, and other keys of theirs', () => {
    const two = (api: string, web: string) =>
      `api:\n  image: { repository: a, tag: ${api}, build: '${api}7' }\nweb: { image: { repository: w, tag: ${web} } }\n`;
    const planned = plan(
      files('dev', two('1.2.3', '4.5.6')),
      files('staging', two('1.0.0', '4.5.6')),
      {
        repository: {
          ...repository,
          version: {
            ...repository.version,
            paths: ['api.image.tag', 'api.image.build', 'web.image.tag'],
          },
        },
      },
    );
    expect(planned.files[0].after).toBe(two('1.2.3', '4.5.6'));
    expect(planned.to.label).toBe('1.2.3, 4.5.6');
  });

  it.each([
    [
      'changes tag, digest and name, and removes what is not named',
      `images:\n  - name: orders\n    newTag: 1.5.0\n    digest: ${DIGEST}\n`,
      `resources: [../base]\nimages:\n  - name: web\n    newTag: 9.9.9\n  - name: orders # here\n    newName: old/orders\n    newTag: '1.0'\n`,
      `resources: [../base]\nimages:\n  - name: web\n    newTag: 9.9.9\n  - name: orders # here\n    newTag: '1.5.0'\n    digest: ${DIGEST}\n`,
    ],
    [
      'adds an image, and the list where there is none',
      `images:\n  - { name: orders, newName: ghcr.io/acme/orders, newTag: 1.5.0 }\n`,
      `resources:\n  - ../base\n`,
      `resources:\n  - ../base\nimages:\n  - name: orders\n    newName: ghcr.io/acme/orders\n    newTag: 1.5.0\n`,
    ],
  ])('in a kustomization: %s', (_, from, to, after) => {
    const planned = plan(
      files('dev', from, undefined, 'kustomization.yaml'),
      files('staging', to, undefined, 'kustomization.yaml'),
      { repository: kustomize },
    );
    expect(planned.files.map(file => file.after)).toEqual([after]);
  });

  it.each<[string, string | undefined, string | undefined, string]>([
    ['the commit that the source is at', CHART, 'd3'.repeat(20), CHART],
    [
      'the commit that was built, where the source follows a branch',
      'main',
      CHART,
      BUILT,
    ],
    ['nothing where the target follows a branch', CHART, 'main', 'main'],
  ])("takes over %s of the service's own chart", (_, from, to, expected) => {
    const planned = plan(
      files('dev', values(built), application({ chart: from })),
      files('staging', values(before), application({ chart: to })),
    );
    const app = planned.files.find(({ path }) =>
      path.endsWith('application.yaml'),
    );
    expect(app?.after ?? application({ chart: to })).toBe(
      application({ chart: expected }),
    );
    expect(planned.notes).toEqual([]);
  });

  it.each([
    [
      'another repository',
      application({ chart: CHART, url: 'https://github.com/acme/fork.git' }),
    ],
    ["the platform's chart", application()],
  ])('leaves the own chart where the source has %s, and says so', (_, from) => {
    const planned = plan(
      files('dev', values(built), from),
      files('staging', values(before), application({ chart: CHART })),
    );
    expect(planned.files).toHaveLength(1);
    expect(planned.notes).toEqual([
      expect.stringContaining(`stays at ${CHART}`),
    ]);
  });

  it.each<[string, ReleaseFiles, ReleaseFiles, RegExp]>([
    [
      'an environment that CI writes',
      files('staging', values(built)),
      files('dev', values(before)),
      /version in dev is written by CI alone/,
    ],
    [
      'to go backwards',
      files('production', values(built)),
      files('staging', values(before)),
      /from: production does not come before staging.*rollback-release/,
    ],
    [
      'the same environment',
      files('staging', values(built)),
      files('staging', values(before)),
      /does not come before/,
    ],
    [
      'an environment that is not on the platform',
      files('dev', values(built)),
      files('qa', values(before)),
      /no environment "qa".*dev, staging, production/,
    ],
    [
      'a target that the service is not in',
      files('dev', values(built)),
      files('staging', undefined, ''),
      /orders is not in staging.*applications\/staging\/orders\/values\.yaml/,
    ],
    [
      'a source that the service is not in',
      files('dev', undefined, ''),
      files('staging', values(before)),
      /orders is not in dev.*name it in from/,
    ],
    [
      'a target of another entity',
      files('dev', values(built)),
      files(
        'staging',
        values(before),
        application({ entityRef: 'component:default/other' }),
      ),
      /applications\/staging\/orders belongs to component:default\/other/,
    ],
    [
      'a source of another entity',
      files(
        'dev',
        values(built),
        application({ entityRef: 'component:x/orders' }),
      ),
      files('staging', values(before)),
      /applications\/dev\/orders belongs to component:x\/orders/,
    ],
    [
      'a folder that does not say whose it is',
      files('dev', values(built)),
      files('staging', values(before), 'metadata: {}\n'),
      /does not say whose it is.*backstage\.io\/entity-ref: component:default\/orders/,
    ],
    [
      'the placeholder',
      files(
        'dev',
        values({ repository: 'ghcr.io/stefanprodan/podinfo', tag: '6.9.2' }),
      ),
      files('staging', values(before)),
      /waits for its first image/,
    ],
    [
      'no version at all',
      files('dev', 'replicas: 1\n'),
      files('staging', values(before)),
      /waits for its first image/,
    ],
    [
      'an image without digest into another registry',
      files('staging', values({ tag: '2.0.0', sourceRevision: BUILT })),
      files('production', values(before)),
      /copied by digest alone.*image\.digest/,
    ],
    [
      'a source that does not parse',
      files('dev', 'image: [\n'),
      files('staging', values(before)),
      /applications\/dev\/orders\/values\.yaml is not valid YAML/,
    ],
    [
      'a version that is written in an anchor which others share',
      files('dev', values(built)),
      files('staging', 'a: &x { tag: 1.0.0 }\nimage: *x\n'),
      /YAML edit/,
    ],
  ])('refuses %s', (_, source, target, message) => {
    expect(() => plan(source, target)).toThrow(message);
  });
});
