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

import type { Entity } from '@backstage/catalog-model';
import type { GitOpsConfig } from '@gitops-platform/backstage-plugin-gitops-node';
import fc from 'fast-check';
import { catalogApplication } from '../__testUtils__/catalogApplication';
import { componentOf } from '../__testUtils__/componentOf';
import { ApplicationIndex } from './ApplicationIndex';
import { idOf, type CatalogApplication } from './CatalogApplication';
import { decideApplications, type Decision } from './decideApplications';
import { factsOf } from './EntityFacts';
import { createRules } from './rules';

const GITOPS = 'https://git.acme.example/acme/gitops-platform';
const ORDERS = 'https://git.acme.example/acme/orders';
const MONO = 'https://git.acme.example/acme/mono';

const config: Pick<GitOpsConfig, 'environments' | 'repositories'> = {
  environments: [
    { name: 'dev', aliases: [], clusters: [] },
    { name: 'production', aliases: ['prod'], clusters: [] },
  ],
  repositories: [
    {
      url: GITOPS,
      branch: 'main',
      path: 'applications/{environment}/{service}',
      version: { kind: 'helm-values', file: 'values.yaml', paths: [] },
    },
  ],
};

const app = catalogApplication;
const from = (repoUrl: string, path?: string) => ({
  sources: [{ repoUrl, path }],
});
const orders = componentOf('orders');

function decide(
  entity: Entity,
  applications: CatalogApplication[],
  others: Entity[] = [],
): Decision {
  const rules = createRules(config);
  const index = ApplicationIndex.create({
    rules,
    applications,
    entities: others.map(one => factsOf(one, rules)),
  });
  return decideApplications(factsOf(entity, rules), index);
}

/** `rule: names`, `ambiguous: reasons` or `none`. */
function summary(decision: Decision): string {
  switch (decision.outcome) {
    case 'decided':
      return `${decision.rule}: ${decision.applications.map(idOf).join(' ')}`;
    case 'ambiguous':
      return `ambiguous: ${decision.reasons.join('; ')}`;
    default:
      return 'none';
  }
}

describe('one entity', () => {
  it.each<[string, Entity, CatalogApplication[], string]>([
    ['nothing at all', orders, [], 'none'],
    ['somebody else’s', orders, [app('cart-dev')], 'none'],

    // entity-ref
    [
      'an Application that names the entity',
      orders,
      [app('x', { entityRef: 'component:default/orders' })],
      'entity-ref: main/argocd/x',
    ],
    [
      'one that names a namesake in another namespace',
      orders,
      [app('orders', { entityRef: 'component:team-b/orders' })],
      'none',
    ],
    [
      'one with the name and the label of the entity that names an entity nobody knows',
      orders,
      [app('orders', { label: 'orders', entityRef: 'component:default/gone' })],
      'none',
    ],
    [
      'an entity whose name has capitals',
      componentOf('Orders'),
      [app('x', { entityRef: 'component:default/orders' })],
      'entity-ref: main/argocd/x',
    ],

    // label
    [
      'the label',
      orders,
      [app('x', { label: 'orders' }), app('y', { label: 'Orders' })],
      'label: main/argocd/x main/argocd/y',
    ],
    [
      'the label and the Kubernetes id, which replaces the name',
      componentOf('orders', {
        annotations: { 'backstage.io/kubernetes-id': 'orders-svc' },
      }),
      [app('x', { label: 'orders-svc' }), app('y', { label: 'orders' })],
      'label: main/argocd/x',
    ],

    // repository
    [
      'the repository of a service of its own',
      componentOf('orders', { source: `${ORDERS}/tree/main/` }),
      [
        app('x', from(`${ORDERS}.git`, 'deploy/dev')),
        app('y', from('git@git.acme.example:acme/orders.git', '.')),
        app('z', from(`${ORDERS}-api`, 'deploy/dev')),
      ],
      'repository: main/argocd/x main/argocd/y',
    ],
    [
      'a folder of a monorepo',
      componentOf('orders', { source: `${MONO}/tree/main/services/orders/` }),
      [
        app('x', from(MONO, 'services/orders/deploy')),
        app('y', from(MONO, './services/orders')),
        app('z', from(MONO, 'services/orders-api')),
        app('root', from(MONO, '.')),
      ],
      'repository: main/argocd/x main/argocd/y',
    ],
    [
      'one of several sources, the chart of which is everybody’s',
      componentOf('orders', {
        source: `${ORDERS}/blob/main/catalog-info.yaml`,
      }),
      [
        app('x', {
          sources: [
            { repoUrl: 'oci://registry.example.com/charts', chart: 'service' },
            { repoUrl: ORDERS },
          ],
        }),
      ],
      'repository: main/argocd/x',
    ],
    [
      'a chart repository with the address of the entity’s',
      componentOf('orders', { source: `${ORDERS}/tree/main/` }),
      [app('x', { sources: [{ repoUrl: ORDERS, chart: 'orders' }] })],
      'none',
    ],
    [
      'the layout of a GitOps repository',
      orders,
      [
        app('x', from(`${GITOPS}.git`, 'applications/dev/orders')),
        app('y', from(GITOPS, 'applications/dev/orders/overlay')),
        app('z', from(GITOPS, 'applications/dev/orders-api')),
        app('all', from(GITOPS, 'applications/dev')),
        app('chart', from(GITOPS, 'charts/my-microservice')),
      ],
      'repository: main/argocd/x main/argocd/y',
    ],
    [
      'the entity of the GitOps repository itself, which does not own all that lies in it',
      componentOf('gitops-platform', { source: `${GITOPS}/tree/main/` }),
      [app('x', from(GITOPS, 'applications/dev/orders'))],
      'none',
    ],

    // name
    [
      'names with environments and their aliases',
      orders,
      [
        app('orders'),
        app('orders-dev'),
        app('orders-prod'),
        app('orders-production'),
        app('orders-staging'),
        app('dev-orders'),
      ],
      'name: main/argocd/orders main/argocd/orders-dev main/argocd/orders-prod main/argocd/orders-production',
    ],

    // several rules
    [
      'rules that agree',
      orders,
      ['dev', 'prod'].map(environment =>
        app(`orders-${environment}`, {
          entityRef: 'component:default/orders',
          label: 'orders',
        }),
      ),
      'entity-ref: main/argocd/orders-dev main/argocd/orders-prod',
    ],
    [
      'a weaker rule that finds less',
      orders,
      [app('orders-dev', { label: 'orders' }), app('x', { label: 'orders' })],
      'label: main/argocd/orders-dev main/argocd/x',
    ],
    [
      'a stronger rule that finds less: labels are being added one by one',
      orders,
      [app('orders-dev', { label: 'orders' }), app('orders-prod')],
      'name: main/argocd/orders-dev main/argocd/orders-prod',
    ],
    [
      'rules that point to different Applications',
      orders,
      [app('x', { label: 'orders' }), app('orders-dev')],
      'ambiguous: label finds main/argocd/x, but name finds main/argocd/orders-dev',
    ],
    [
      'rules that overlap',
      orders,
      [
        app('x', { label: 'orders' }),
        app('orders-dev', { label: 'orders' }),
        app('orders-prod'),
      ],
      'ambiguous: label finds main/argocd/orders-dev, main/argocd/x, but name finds main/argocd/orders-dev, main/argocd/orders-prod',
    ],
    [
      'more than an entity has',
      orders,
      Array.from({ length: 201 }, (_, at) =>
        app(`x${at}`, { label: 'orders' }),
      ),
      'ambiguous: label finds 201 Applications, more than 200',
    ],
  ])('%s', (_name, entity, applications, expected) => {
    expect(summary(decide(entity, applications))).toBe(expected);
    // The catalog lists the entity itself, too.
    expect(summary(decide(entity, applications, [entity]))).toBe(expected);
  });
});

describe('several entities', () => {
  const byRepository = (name: string, folder = '') =>
    componentOf(name, { source: `${MONO}/tree/main/${folder}` });

  it.each<[string, Entity, Entity[], CatalogApplication[], string]>([
    [
      'the same label for two',
      orders,
      [componentOf('orders', { namespace: 'team-b' })],
      [app('x', { label: 'orders' })],
      'ambiguous: main/argocd/x may as well be that of component:team-b/orders',
    ],
    [
      'one of two Applications contested',
      orders,
      [componentOf('orders-dev')],
      [app('orders-dev'), app('orders-prod')],
      'ambiguous: main/argocd/orders-dev may as well be that of component:default/orders-dev',
    ],
    [
      'contested by name, and settled by the Application',
      orders,
      [componentOf('orders-dev')],
      [
        app('orders-dev', { entityRef: 'component:default/orders-dev' }),
        app('orders-prod'),
      ],
      'name: main/argocd/orders-prod',
    ],
    [
      'one folder for two',
      byRepository('orders'),
      [byRepository('cart')],
      [app('x', from(MONO, 'deploy'))],
      'ambiguous: main/argocd/x may as well be that of component:default/cart',
    ],
    [
      'a folder inside of another: the inner one',
      byRepository('orders', 'services/orders/'),
      [byRepository('mono')],
      [app('x', from(MONO, 'services/orders/deploy'))],
      'repository: main/argocd/x',
    ],
    [
      'a folder inside of another: the outer one',
      byRepository('mono'),
      [byRepository('orders', 'services/orders/')],
      [app('x', from(MONO, 'services/orders/deploy')), app('y', from(MONO))],
      'repository: main/argocd/y',
    ],
    [
      'the label is better than the repository of a shared chart',
      componentOf('charts', { source: `${MONO}/tree/main/` }),
      [orders],
      [app('x', { label: 'orders', ...from(MONO, 'charts/service') })],
      'none',
    ],
    [
      'the repository of a shared chart is no better than a name',
      componentOf('charts', { source: `${MONO}/tree/main/` }),
      [orders],
      [app('orders-dev', from(MONO, 'charts/service'))],
      'ambiguous: main/argocd/orders-dev may as well be that of component:default/orders',
    ],
    [
      'what was known of the entity itself does not count against it',
      componentOf('orders', {
        annotations: { 'backstage.io/kubernetes-id': 'new' },
      }),
      [orders],
      [app('x', { label: 'new' }), app('y', { label: 'orders' })],
      'label: main/argocd/x',
    ],
    [
      'nor for it',
      componentOf('orders', {
        annotations: { 'backstage.io/kubernetes-id': 'new' },
      }),
      [orders, componentOf('orders-dev')],
      [app('orders-dev', { label: 'orders' })],
      'ambiguous: main/argocd/orders-dev may as well be that of component:default/orders-dev',
    ],
    [
      'a crowd is cut short',
      orders,
      ['a', 'b', 'c', 'd', 'e'].map(namespace =>
        componentOf('orders', { namespace }),
      ),
      [app('x', { label: 'orders' })],
      'ambiguous: main/argocd/x may as well be that of component:a/orders, component:b/orders, component:c/orders and 2 more',
    ],
  ])('%s', (_name, entity, others, applications, expected) => {
    expect(summary(decide(entity, applications, others))).toBe(expected);
  });
});

describe('annotations', () => {
  const annotationsOf = (applications: CatalogApplication[]) => {
    const decision = decide(orders, applications);
    return decision.outcome === 'decided'
      ? decision.annotations
      : summary(decision);
  };
  const mine = (
    name: string,
    options: Partial<CatalogApplication> = {},
  ): CatalogApplication => app(name, { label: 'orders', ...options });
  const other = (
    name: string,
    options: Partial<CatalogApplication> = {},
  ): CatalogApplication =>
    app(name, { entityRef: 'component:default/other', ...options });

  it.each<[string, CatalogApplication[], unknown]>([
    [
      'names alone, where they suffice',
      [mine('b'), mine('a', { instance: 'second', namespace: 'team-b' })],
      { 'argocd/app-name': 'a,b' },
    ],
    [
      'the instance',
      [mine('a'), other('a', { instance: 'second' })],
      { 'argocd/app-name': 'a', 'argocd/instance-name': 'main' },
    ],
    [
      'several instances',
      [
        mine('a'),
        mine('a', { instance: 'second' }),
        other('a', { instance: 'third' }),
      ],
      { 'argocd/app-name': 'a', 'argocd/instance-name': 'main,second' },
    ],
    [
      'the namespace',
      [mine('a'), other('a', { namespace: 'team-b' })],
      { 'argocd/app-name': 'a', 'argocd/app-namespace': 'argocd' },
    ],
    [
      'instance and namespace',
      [
        mine('a'),
        other('a', { namespace: 'team-b' }),
        other('a', { instance: 'second' }),
      ],
      {
        'argocd/app-name': 'a',
        'argocd/instance-name': 'main',
        'argocd/app-namespace': 'argocd',
      },
    ],
    [
      'the project, where nothing else is one for all',
      [
        mine('a', { namespace: 'one', project: 'orders' }),
        mine('a', { namespace: 'two', project: 'orders' }),
        other('a', { namespace: 'three' }),
      ],
      { 'argocd/app-name': 'a', 'argocd/project-name': 'orders' },
    ],
    [
      'nothing that would do',
      [
        mine('a', { namespace: 'one' }),
        mine('b', { namespace: 'two' }),
        other('a', { namespace: 'two' }),
      ],
      'ambiguous: no annotation tells main/one/a, main/two/b from other Applications of the same names',
    ],
  ])('%s', (_name, applications, expected) => {
    expect(annotationsOf(applications)).toEqual(expected);
  });
});

describe('whatever there is', () => {
  const names = fc.constantFrom('orders', 'orders-dev', 'cart', 'cart-prod');
  const applicationArbitrary = fc.record({
    instance: fc.constantFrom('main', 'second'),
    namespace: fc.constantFrom('argocd', 'team-b'),
    name: names,
    project: fc.constantFrom('default', 'shop'),
    destination: fc.constant({}),
    entityRef: fc.option(
      fc.constantFrom('component:default/orders', 'component:default/cart'),
      { nil: undefined, freq: 2 },
    ),
    label: fc.option(names, { nil: undefined, freq: 2 }),
    sources: fc.array(
      fc.record({
        repoUrl: fc.constantFrom(MONO, `${MONO}.git`, ORDERS, GITOPS),
        path: fc.constantFrom('.', 'orders', 'applications/dev/cart'),
      }),
      { maxLength: 2 },
    ),
  });
  const entityArbitrary = fc
    .record({
      name: names,
      namespace: fc.constantFrom('default', 'team-b'),
      source: fc.constantFrom(
        undefined,
        `${MONO}/tree/main/`,
        `${MONO}/tree/main/orders/`,
        `${ORDERS}/tree/main/`,
      ),
    })
    .map(({ name, ...options }) => componentOf(name, options));
  const world = fc.record({
    applications: fc.uniqueArray(applicationArbitrary, {
      selector: idOf,
      maxLength: 8,
    }),
    entities: fc.uniqueArray(entityArbitrary, {
      selector: ({ metadata }) => `${metadata.namespace}/${metadata.name}`,
      minLength: 1,
      maxLength: 5,
    }),
  });

  it('no Application is decided to be that of two entities', () => {
    fc.assert(
      fc.property(world, ({ applications, entities }) => {
        const decided = entities.flatMap(entity => {
          const decision = decide(entity, applications, entities);
          return decision.outcome === 'decided'
            ? decision.applications.map(idOf)
            : [];
        });
        expect(new Set(decided).size).toBe(decided.length);
      }),
    );
  });

  it('the order in which things are read does not matter', () => {
    fc.assert(
      fc.property(world, ({ applications, entities }) => {
        const [entity] = entities;
        expect(
          decide(entity, [...applications].reverse(), [...entities].reverse()),
        ).toEqual(decide(entity, applications, entities));
      }),
    );
  });

  it('the annotations select what was decided, and nothing else', () => {
    fc.assert(
      fc.property(world, ({ applications, entities }) => {
        const decision = decide(entities[0], applications, entities);
        fc.pre(decision.outcome === 'decided');
        const { annotations } = decision;
        const list = (key: string) => annotations[key]?.split(',');
        const selected = applications.filter(
          ({ name, instance, namespace, project }) =>
            list('argocd/app-name').includes(name) &&
            (list('argocd/instance-name')?.includes(instance) ?? true) &&
            (list('argocd/app-namespace')?.includes(namespace) ?? true) &&
            (list('argocd/project-name')?.includes(project) ?? true),
        );
        expect(selected.map(idOf).sort()).toEqual(
          decision.applications.map(idOf).sort(),
        );
      }),
    );
  });

  it('an Application that names the entity never goes to another', () => {
    fc.assert(
      fc.property(world, ({ applications, entities }) => {
        for (const entity of entities) {
          const { namespace, name } = entity.metadata;
          const decision = decide(entity, applications, entities);
          const others =
            decision.outcome === 'decided'
              ? decision.applications.filter(
                  ({ entityRef }) =>
                    entityRef && entityRef !== `component:${namespace}/${name}`,
                )
              : [];
          expect(others).toEqual([]);
        }
      }),
    );
  });
});
