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
import { testCharts } from '../__testUtils__';
import { ConstraintSchemas } from './ConstraintSchemas';
import { createSchemas } from './createSchemas';
import { isClusterScoped } from './isClusterScoped';
import { isUnserved } from './KindSchema';
import { ModelSchemas } from './ModelSchemas';
import { removedApi } from './removedApi';

const charts = testCharts();

async function check(text: string, schemas = createSchemas(charts, new Map())) {
  const manifest = parse(text);
  const found = await schemas.find(manifest.apiVersion, manifest.kind);
  if (!found) return 'unknown';
  if (isUnserved(found)) return `served: ${found.served.join(', ')}`;
  return found
    .validate(manifest)
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const widget = (spec: string) =>
  `apiVersion: acme.io/v1\nkind: Widget\nmetadata: { name: a, anything: x }\nspec: ${spec}\n`;

describe('custom resources', () => {
  it.each([
    ['{ size: 1 }', []],
    [
      '{ size: big, color: blue, free: { any: { x: 1 } }, none: null, labels: { a: b } }',
      [],
    ],
    ['{ size: 1, colour: blue }', ['spec: unknown field "colour"']],
    ['{ size: 1, color: green }', ['spec.color: must be one of "red", "blue"']],
    ['{ color: red }', ['spec: lacks the field "size"']],
    ['{ size: true }', ['spec.size: must be integer or string']],
    ['{ size: 1, labels: { a: 1 } }', ['spec.labels.a: must be string']],
    ['{ size: 1, empty: { x: 1 } }', ['spec.empty: unknown field "x"']],
    ['{ size: 1, either: { a: x } }', []],
    [
      '{ size: 1, either: {} }',
      ['spec.either: lacks the field "a"', 'spec.either: lacks the field "b"'],
    ],
    ['{ size: 1, go: anything }', []],
  ])('%s', async (spec, expected) => {
    expect(await check(widget(spec))).toEqual(expected);
  });

  it('names the versions that are served', async () => {
    expect(await check(widget('{}').replace('v1', 'v1alpha1'))).toBe(
      'served: acme.io/v1',
    );
  });

  it('takes the CRDs of the release that a kustomization names', async () => {
    const tree = new Map([
      [
        'infrastructure/web/config/base/kustomization.yaml',
        'resources: [https://github.com/acme/web/releases/download/v0.9/all.yaml]\n',
      ],
    ]);
    const found = await createSchemas(charts, tree).find(
      'acme.io/v1',
      'Widget',
    );
    expect(found?.origin).toBe('web-0.9');
  });
});

const configMap = (rest: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, creationTimestamp: null }\n${rest}\n`;

describe('kinds of Kubernetes', () => {
  it.each([
    ['data: { a: b }', []],
    ['limit: 1\nport: 80\nraw: { any: 1 }', []],
    ['limit: 1Gi\nport: http', []],
    ['data: { a: 1 }', ['data.a: must be string']],
    ['dta: {}', [': unknown field "dta"']],
    ['port: true', ['port: must be integer or string']],
  ])('%s', async (rest, expected) => {
    expect(await check(configMap(rest))).toEqual(expected);
  });

  it('knows what belongs to the whole cluster', async () => {
    const schemas = createSchemas(charts, new Map());
    expect(await schemas.find('v1', 'Namespace')).toMatchObject({
      scope: 'Cluster',
    });
    expect(await schemas.find('v1', 'ConfigMap')).toMatchObject({
      scope: 'Namespaced',
    });
    expect(
      isClusterScoped({ group: 'cert-manager.io', kind: 'ClusterIssuer' }),
    ).toBe(true);
    expect(
      isClusterScoped({ group: 'postgresql.cnpg.io', kind: 'Cluster' }),
    ).toBe(false);
    expect(isClusterScoped({ group: 'cert-manager.io', kind: 'Issuer' })).toBe(
      false,
    );
    expect(
      isClusterScoped({ group: 'constraints.gatekeeper.sh', kind: 'NoLatest' }),
    ).toBe(true);
  });

  it('knows neither another group nor a version that never was', async () => {
    expect(await check('apiVersion: other.io/v1\nkind: Thing\n')).toBe(
      'unknown',
    );
    expect(await check('apiVersion: v2\nkind: ConfigMap\n')).toBe('served: v1');
  });

  it.each([
    ['policy/v1beta1', 'PodDisruptionBudget', /gone since Kubernetes 1\.25/],
    [
      'autoscaling/v2beta2',
      'HorizontalPodAutoscaler',
      /gone since Kubernetes 1\.26/,
    ],
    ['networking.k8s.io/v1beta1', 'Ingress', /gone since Kubernetes 1\.22/],
    [
      'resource.k8s.io/v1',
      'ResourceClaim',
      /there only since Kubernetes 1\.34/,
    ],
  ])('refuses %s %s', (apiVersion, kind, expected) => {
    expect(removedApi(apiVersion, kind)?.what).toMatch(expected);
  });

  it('lets pass what all of them serve', () => {
    expect(removedApi('policy/v1', 'PodDisruptionBudget')).toBeUndefined();
    expect(
      removedApi(
        'admissionregistration.k8s.io/v1',
        'ValidatingWebhookConfiguration',
      ),
    ).toBeUndefined();
  });
});

describe('constraints of Gatekeeper', () => {
  const schemas = ConstraintSchemas.create([
    {
      metadata: { name: 'nolatest' },
      spec: {
        crd: {
          spec: {
            names: { kind: 'NoLatest' },
            validation: {
              openAPIV3Schema: {
                type: 'object',
                properties: {
                  exempt: { type: 'array', items: { type: 'string' } },
                },
              },
            },
          },
        },
      },
    },
  ]);
  const constraint = (spec: string) =>
    `apiVersion: constraints.gatekeeper.sh/v1beta1\nkind: NoLatest\nmetadata: { name: a }\nspec: ${spec}\n`;

  it.each([
    [
      '{ match: { kinds: [{ kinds: [Pod], apiGroups: [""] }] }, parameters: { exempt: [a] } }',
      [],
    ],
    [
      '{ parameters: { exemptions: [a] } }',
      ['spec.parameters: unknown field "exemptions"'],
    ],
    [
      '{ enforcementAction: block }',
      [
        'spec.enforcementAction: must be one of "deny", "dryrun", "warn", "scoped"',
      ],
    ],
    ['{ match: { kind: Pod } }', ['spec.match: unknown field "kind"']],
  ])('%s', async (spec, expected) => {
    expect(await check(constraint(spec), schemas)).toEqual(expected);
  });

  it('knows no constraint without its template', async () => {
    expect(
      await check(
        constraint('{}').replace('kind: NoLatest', 'kind: Other'),
        schemas,
      ),
    ).toBe('unknown');
  });
});

/** A validator as the packages have them: it reads what it knows and lets the rest pass. */
class Widget {
  validate(this: Record<string, Record<string, unknown>>) {
    const { spec, metadata } = this;
    if (!this.apiVersion || !this.kind || Object.keys(metadata).length > 9)
      return;
    if (typeof spec.size !== 'number') {
      throw Object.assign(new Error('invalid'), {
        errors: [
          {
            instancePath: '/spec/size',
            keyword: 'type',
            params: { type: 'number' },
            schemaPath: '',
          },
        ],
      });
    }
    const ports = spec.ports as { name?: string }[] | undefined;
    ports?.forEach(port => port.name);
  }
}

describe('schemas of the npm packages', () => {
  const schemas = ModelSchemas.create(async specifier => {
    if (specifier === '@kubernetes-models/traefik/traefik.io/v1/Widget')
      return { Widget };
    throw new Error('not there');
  });
  const model = (spec: string) =>
    `apiVersion: traefik.io/v1\nkind: Widget\nmetadata: { any: x }\nspec: ${spec}\n`;

  it.each([
    ['{ size: 1, ports: [{ name: a }], description: lost }', []],
    ['{ size: big }', ['spec.size: must be number']],
    [
      '{ size: 1, colour: red, ports: [{ name: a }, { nmae: a }] }',
      ['spec: unknown field "colour"', 'spec.ports.1: unknown field "nmae"'],
    ],
  ])('%s', async (spec, expected) => {
    const found = await check(model(spec), schemas);
    expect(found).toEqual(expected);
  });

  it('does not know what no package has', async () => {
    expect(await check(model('{}').replace('Widget', 'Gadget'), schemas)).toBe(
      'unknown',
    );
  });
});
