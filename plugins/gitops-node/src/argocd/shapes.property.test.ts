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

import * as fc from 'fast-check';
import type { z } from 'zod';
import { applicationSetsSchema } from './ApplicationSets';
import { clustersSchema } from './Clusters';
import { eventsSchema } from './Events';
import { progressSchema } from './OperationProgress';
import { applicationSchema } from './parseApplication';
import { resourceStatesSchema } from './ResourceStates';
import { parseResourceTree } from './ResourceTree';
import { sourcesSchema } from './SourceDetails';

const source = {
  repoURL: 'https://github.com/acme/gitops',
  path: 'charts/web',
  targetRevision: 'main',
  helm: { parameters: [{ name: 'a', value: 'b' }], valuesObject: { a: 1 } },
  kustomize: { images: ['web:1'], patches: [{}], replicas: [{ count: 1 }] },
  directory: { jsonnet: { tlas: [{ name: 'a', value: 'b' }] } },
  plugin: { env: [{ name: 'a', value: 'b' }], parameters: [{ name: 'a' }] },
};
const operation = {
  initiatedBy: { username: 'me' },
  info: [{ name: 'requested-by', value: 'user:default/jane' }],
  sync: { dryRun: true },
};
const health = { status: 'Healthy', message: 'm', lastTransitionTime: 't' };
const ref = { group: 'apps', version: 'v1', kind: 'K', namespace: 'n' };

/** With every key that we read. */
const application = {
  metadata: {
    uid: 'u',
    labels: { a: 'b' },
    annotations: {
      'argocd.argoproj.io/tracking-id':
        'root:argoproj.io/Application:argocd/web',
    },
    ownerReferences: [{ kind: 'ApplicationSet', name: 'shop' }],
    creationTimestamp: 't',
  },
  operation,
  spec: {
    project: 'p',
    destination: { name: 'd', namespace: 'n' },
    source,
    sources: [source],
    sourceHydrator: { drySource: source, syncSource: { path: 'p' } },
    syncPolicy: {
      automated: { prune: true },
      syncOptions: ['a=b'],
      retry: { limit: 1, backoff: { duration: '5s', factor: 2 } },
    },
  },
  status: {
    sync: { status: 'Synced', revision: 'r', revisions: ['r'] },
    health,
    summary: { images: ['i'], externalURLs: ['u'] },
    conditions: [{ type: 't', message: 'm', lastTransitionTime: 't' }],
    operationState: {
      phase: 'Running',
      message: 'm',
      operation,
      retryCount: 1,
      syncResult: { revision: 'r', resources: [{ ...ref, name: 'x' }] },
    },
    history: [{ id: 1, deployedAt: 't', revision: 'r', source, sources: [] }],
  },
};
const items = (item: object) => ({ items: [item] });
const set = {
  metadata: { name: 'shop', namespace: 'argocd', labels: { a: 'b' } },
  spec: {
    generators: [{ matrix: { generators: [{ git: {} }] } }],
    template: { metadata: { name: 'n' }, spec: { project: 'p' } },
  },
  status: {
    conditions: [{ type: 't', status: 'True', message: 'm' }],
    resources: [{ health }],
    health,
  },
};
const event = {
  type: 'Normal',
  message: 'm',
  count: 1,
  series: { count: 1, lastObservedTime: 't' },
  metadata: { creationTimestamp: 't' },
  involvedObject: { kind: 'K', namespace: 'n', name: 'x' },
};
const node = { ...ref, name: 'x', parentRefs: [{ uid: 'u' }], health };

/** The object with something else in the place of one of its values. */
function altered(object: object): fc.Arbitrary<object> {
  return fc
    .tuple(fc.constantFrom(...pathsOf(object)), fc.jsonValue())
    .map(([path, value]) => replaced(object, path, value));
}

function pathsOf(value: unknown): string[][] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [key],
        ...pathsOf(inner).map(path => [key, ...path]),
      ])
    : [];
}

function replaced(object: object, path: string[], value: unknown): object {
  const copy: Record<string, unknown> = structuredClone({ ...object });
  let place: object = copy;
  for (const key of path.slice(0, -1)) {
    place = Reflect.get(place, key);
  }
  Reflect.set(place, path.at(-1) ?? '', value);
  return copy;
}

it('reads an Application whatever stands where', () => {
  const named = altered(application).map(raw => {
    const { metadata } = raw as { metadata: unknown };
    const rest = typeof metadata === 'object' ? metadata : {};
    return { ...raw, metadata: { ...rest, name: 'web', namespace: 'argocd' } };
  });
  fc.assert(
    fc.property(named, raw => {
      const parsed = applicationSchema.safeParse(raw);
      expect(parsed.error).toBeUndefined();
      expect(parsed.data).toMatchObject({ name: 'web', namespace: 'argocd' });
    }),
    { numRuns: 2000 },
  );
});

it('reads an Application that is anything but for its name', () => {
  const metadata = { name: 'web', namespace: 'argocd' };
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), rest => {
      const raw = { ...rest, metadata };
      expect(applicationSchema.safeParse(raw).data).toMatchObject(metadata);
    }),
  );
});

it.each<[string, (raw: unknown) => unknown, object]>([
  ['sources', read(sourcesSchema), application],
  ['operation', read(progressSchema), application],
  ['ApplicationSets', read(applicationSetsSchema), items(set)],
  ['events', read(eventsSchema), items(event)],
  [
    'manifests',
    read(resourceStatesSchema),
    items({ ...ref, name: 'x', hook: false, liveState: '{"a":1}' }),
  ],
  ['clusters', read(clustersSchema), items({ name: 'c', server: 's' })],
  ['resource tree', parseResourceTree, { nodes: [node] }],
])('reads %s whatever stands where, or says no', (_name, parse, whole) => {
  fc.assert(
    fc.property(altered(whole), raw => {
      expect(() => parse(raw)).not.toThrow();
    }),
    { numRuns: 1000 },
  );
});

function read(schema: z.ZodType) {
  return (raw: unknown) => schema.safeParse(raw);
}
