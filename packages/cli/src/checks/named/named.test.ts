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

import { changedTree } from '../../tree';
import { planRender } from '../../render';
import { SHIPPED, smallTree } from '../../__testUtils__/smallTree';
import { runOn, said, testAddOn, testCharts } from '../__testUtils__';
import { createSchemas } from '../schemas';
import { driftCheck } from './driftCheck';
import { placeholders } from './placeholders';
import { platformCheck } from './platformCheck';
import { renderCheck } from './renderCheck';
import { schemaCheck } from './schemaCheck';
import { valuesCheck } from './valuesCheck';

const asObject = (tree: ReadonlyMap<string, string>) =>
  Object.fromEntries(tree);

function rendered() {
  const tree = smallTree();
  return changedTree(tree, planRender(tree));
}

describe('platform', () => {
  it('takes what goes together', async () => {
    const { problems, counts } = await runOn(platformCheck, {
      tree: asObject(smallTree()),
    });
    expect(said(problems)).toEqual([]);
    expect(counts['add-ons']).toBeGreaterThan(2);
  });

  it('says what does not, where, and how to mend it', async () => {
    const tree = smallTree();
    tree.set(
      'platform.yaml',
      SHIPPED.replace('profile: production', 'profile: local'),
    );
    const { problems } = await runOn(platformCheck, { tree: asObject(tree) });
    expect(said(problems).join('\n')).toMatch(
      /^platform\.yaml:\d+ environments\[2\]\.cluster: production runs in in-cluster/m,
    );
  });

  it('names the add-on that is not of its form', async () => {
    const tree = smallTree();
    tree.set('infrastructure/traefik/addon.yaml', 'name: traefik\n');
    const { problems } = await runOn(platformCheck, { tree: asObject(tree) });
    expect(problems[0]).toMatchObject({
      file: 'infrastructure/traefik/addon.yaml',
      mend: expect.stringMatching(/^Correct it first/),
    });
  });
});

describe('rendered', () => {
  it('is content with what render wrote', async () => {
    const { problems } = await runOn(driftCheck, {
      tree: asObject(rendered()),
    });
    expect(said(problems)).toEqual([]);
  });

  it('names what was edited, is missing or is left over', async () => {
    const tree = new Map(rendered());
    const values = [...tree.keys()].filter(file =>
      file.startsWith('clusters/'),
    );
    tree.set(values[0], '# Written by platform render.\nmine: true\n');
    tree.delete(values[1]);
    const { problems } = await runOn(driftCheck, { tree: asObject(tree) });
    expect(said(problems).sort()).toEqual(
      [
        `${values[0]} is not what platform.yaml and infrastructure/ make of it`,
        `${values[1]} is missing`,
      ].sort(),
    );
  });
});

describe('placeholders', () => {
  it.each([
    ['a.yaml', 'url: https://github.com/YOUR_ORG/a', 'YOUR_ORG'],
    ['a.yaml', 'host: <your-host>', '<your-host>'],
    ['a.tf', 'name = "CHANGEME"', 'CHANGEME'],
    ['a.sh', 'curl https://example.com', 'example.com'],
    ['Dockerfile', 'RUN TODO', 'TODO'],
  ])('%s: %s', async (file, text, found) => {
    const { problems } = await runOn(placeholders, {
      tree: { [file]: `${text}\n` },
    });
    expect(said(problems)).toEqual([`${file}:1 has the placeholder ${found}`]);
  });

  it.each([
    ['a.md', 'See example.com.'],
    ['a.yaml', 'a: 1 # TODO of somebody else, <path>'],
    ['a.yaml', 'description: of http://<service>/health'],
    ['a.sh', 'echo "usage: a <root>"'],
    ['tests/a.yaml', 'host: example.com'],
  ])('lets pass %s: %s', async (file, text) => {
    const { problems } = await runOn(placeholders, { tree: { [file]: text } });
    expect(problems).toEqual([]);
  });
});

describe('render', () => {
  const tools = {
    online: false,
    find: (name: string) => name,
    run: async () => ({ code: 0, stdout: '', stderr: '' }),
  };

  it('wants helm and kustomize', async () => {
    const { problems } = await runOn(renderCheck, {});
    expect(said(problems)).toEqual(['. there is no helm on PATH']);
  });

  it('says what cannot be rendered, and what is not', async () => {
    const { counts, notChecked } = await runOn(renderCheck, {
      renderings: [
        { applications: [{ name: 'a' }], releases: [{ chart: 'traefik' }] },
        { isSample: true },
      ],
      context: { tools },
    });
    expect(counts).toMatchObject({
      'feature sets': 1,
      applications: 2,
      'chart releases': 1,
    });
    expect(notChecked).toEqual([
      {
        what: 'what 1 third-party charts make of their values',
        why: expect.stringMatching(/--online/),
      },
    ]);
  });
});

const charts = testCharts();

describe('values', () => {
  const tree = (values: string, version = '1.2.3') => ({
    'infrastructure/web/addon.yaml': `name: web
description: for a test
chart: { repository: 'https://acme.example', name: web, version: ${version} }
namespace: web
band: ingress
`,
    'infrastructure/web/values/default.yaml': values,
    'infrastructure/web/cluster/when/mesh-none/values.yaml':
      'server: { modes: x }\n',
  });
  const release = (values: Record<string, unknown>) => ({
    applications: [{ name: 'web', addOn: testAddOn({ name: 'web' }) }],
    releases: [{ chart: 'web', values }],
  });

  it('names unknown keys, what may be right, and what the schema refuses', async () => {
    const { problems, counts } = await runOn(valuesCheck, {
      tree: tree(
        'replicas: 1\nserver:\n  config:\n    depth: 1\n  mod: fast\n',
        '1.2.4',
      ),
      renderings: [release({ replicas: 'many' })],
      context: { charts },
    });
    expect(said(problems)).toEqual([
      'infrastructure/web/addon.yaml:3 web is 1.2.4, but --charts has 1.2.3: its values are checked against another version',
      'infrastructure/web/values/default.yaml:4 web 1.2.3 has no server.config.depth in its values; its template hands on the map, so it may be right',
      'infrastructure/web/values/default.yaml:5 web 1.2.3 knows no server.mod: it would be ignored without a word',
      'infrastructure/web/cluster/when/mesh-none/values.yaml:1 web 1.2.3 knows no server.modes: it would be ignored without a word',
      'infrastructure/web/values/default.yaml replicas must be integer (schema of web 1.2.3)',
    ]);
    expect(problems[2].mend).toMatch(/^There: mode,/);
    expect(counts).toEqual({ 'values files': 2, 'merged values': 1 });
  });

  it('is content with good ones, and says so where it has no charts', async () => {
    const good = tree('replicas: 1\n');
    good['infrastructure/web/cluster/when/mesh-none/values.yaml'] =
      'server: { mode: safe }\n';
    const checked = await runOn(valuesCheck, {
      tree: good,
      renderings: [release({ replicas: 1 })],
      context: { charts },
    });
    expect(said(checked.problems)).toEqual([]);
    const { notChecked } = await runOn(valuesCheck, { tree: good });
    expect(notChecked[0].why).toBe('no --charts are given');
  });
});

const MANIFESTS = `apiVersion: acme.io/v1
kind: Widget
metadata: { name: a }
spec: { size: 1, colour: red }
---
apiVersion: acme.io/v1alpha1
kind: Widget
metadata: { name: b }
---
apiVersion: policy/v1beta1
kind: PodDisruptionBudget
metadata: { name: c }
---
apiVersion: acme.io/v1
kind: Fleet
metadata: { name: d, namespace: a, annotations: { wave: 1 } }
---
apiVersion: other.io/v1
kind: Thing
metadata: { name: e }
`;

describe('schemas', () => {
  it('names fields, versions, scope and annotations that are wrong', async () => {
    const { problems, notChecked } = await runOn(schemaCheck, {
      renderings: [{ manifests: { web: MANIFESTS } }],
      context: { schemas: createSchemas(charts, new Map()), charts },
    });
    expect(said(problems)).toEqual([
      'applications/web.yaml a  has no name',
      'web/Widget.yaml Widget a: spec has the unknown field "colour"',
      'web/Widget.yaml Widget b: web does not serve acme.io/v1alpha1',
      'web/PodDisruptionBudget.yaml PodDisruptionBudget c: policy/v1beta1 is gone since Kubernetes 1.25',
      'web/Fleet.yaml Fleet d is of the whole cluster (web), but has the namespace a',
      'web/Fleet.yaml Fleet d: metadata.annotations."wave" is 1, not text',
    ]);
    expect(notChecked.map(({ what }) => what)).toContain('other.io/v1 Thing');
  });

  it('takes the CRDs and templates of the tree itself', async () => {
    const { problems } = await runOn(schemaCheck, {
      renderings: [
        {
          isSample: true,
          manifests: {
            web: `apiVersion: other.io/v1
kind: Thing
metadata: { name: e }
spec: { a: 1 }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.other.io }
spec:
  group: other.io
  names: { kind: Thing }
  scope: Namespaced
  versions: [{ name: v1, served: true, schema: { openAPIV3Schema: { type: object, properties: { spec: { type: object } } } } }]
`,
          },
        },
      ],
    });
    expect(said(problems)).toEqual([
      'web/Thing.yaml Thing e: spec has the unknown field "a"',
    ]);
  });
});
