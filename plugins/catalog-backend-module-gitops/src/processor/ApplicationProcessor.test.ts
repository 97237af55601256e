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
import type { JsonValue } from '@backstage/types';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import { componentOf } from '../__testUtils__/componentOf';
import type { Decision } from '../applications/decideApplications';
import type { Knowledge } from './ApplicationDecisions';
import { ApplicationProcessor } from './ApplicationProcessor';

const FOUND: Record<string, string> = {
  'argocd/app-name': 'orders-dev',
  'argocd/instance-name': 'main',
};
const decided: Decision = {
  outcome: 'decided',
  rule: 'label',
  applications: [],
  annotations: FOUND,
};
const annotated = {
  ...FOUND,
  'gitops-platform/app-name-found-by': 'label',
};

/** As the catalog does it: what is set is seen in the next run. */
class FakeCache implements CatalogProcessorCache {
  state: Record<string, JsonValue> = {};
  async get<T extends JsonValue>(key: string): Promise<T | undefined> {
    return this.state[key] as T | undefined;
  }
  async set<T extends JsonValue>(key: string, value: T): Promise<void> {
    this.state[key] = value;
  }
}

function setUp() {
  const source = {
    knowledge: 'complete' as Knowledge,
    decide: jest.fn<Decision, [Entity]>(() => decided),
  };
  const cache = new FakeCache();
  const processor = ApplicationProcessor.create({
    decisions: source,
    kinds: ['component'],
  });
  return {
    source,
    cache,
    /** The annotations that the entity gets. */
    process: async (entity = componentOf('orders')) => {
      const { annotations = {} } = entity.metadata;
      const result = await processor.postProcessEntity(
        entity,
        { type: 'url', target: 'https://x' },
        () => {
          throw new Error('The processor emits nothing');
        },
        cache,
      );
      return Object.fromEntries(
        Object.entries(result.metadata.annotations ?? {}).filter(
          ([key]) => !(key in annotations),
        ),
      );
    },
  };
}

describe('ApplicationProcessor', () => {
  it('annotates with what was decided, and by which rule', async () => {
    const { process } = setUp();
    await expect(process()).resolves.toEqual(annotated);
  });

  it.each<[string, Decision]>([
    ['is ambiguous', { outcome: 'ambiguous', reasons: ['why'] }],
    ['has no Applications', { outcome: 'none' }],
  ])(
    'takes the annotations away where an entity %s',
    async (_name, decision) => {
      const { source, process } = setUp();
      await process();
      source.decide.mockReturnValue(decision);
      await expect(process()).resolves.toEqual({});
      // And does not bring them back after a restart.
      source.knowledge = 'none';
      await expect(process()).resolves.toEqual({});
    },
  );

  it.each([
    'argocd/app-name',
    'argocd/app-selector',
    'argocd/instance-name',
    'argocd/project-name',
    'argocd/app-namespace',
  ])('leaves alone what somebody has annotated with %s', async key => {
    const { source, process } = setUp();
    const entity = componentOf('orders', { annotations: { [key]: 'mine' } });
    await expect(process(entity)).resolves.toEqual({});
    expect(source.decide).not.toHaveBeenCalled();
  });

  it('forgets what was decided before somebody annotated the entity', async () => {
    const { source, process } = setUp();
    await process();
    await process(
      componentOf('orders', { annotations: { 'argocd/app-name': 'mine' } }),
    );
    source.knowledge = 'none';
    await expect(process()).resolves.toEqual({});
  });

  it('leaves other kinds alone', async () => {
    const { source, cache, process } = setUp();
    await expect(
      process(componentOf('orders', { kind: 'API' })),
    ).resolves.toEqual({});
    expect(source.decide).not.toHaveBeenCalled();
    expect(cache.state).toEqual({});
  });

  describe('while not all is known', () => {
    it.each<Knowledge>(['none', 'partial'])(
      'keeps what was decided with all that is known: %s',
      async knowledge => {
        const { source, process } = setUp();
        await process();
        source.knowledge = knowledge;
        source.decide.mockReturnValue({ outcome: 'none' });
        await expect(process()).resolves.toEqual(annotated);
        await expect(process()).resolves.toEqual(annotated);
        source.knowledge = 'complete';
        await expect(process()).resolves.toEqual({});
      },
    );

    it('leaves a new entity alone before anything was asked', async () => {
      const { source, process } = setUp();
      source.knowledge = 'none';
      await expect(process()).resolves.toEqual({});
      expect(source.decide).not.toHaveBeenCalled();
    });

    it('decides a new entity by the instances that answer', async () => {
      const { source, process } = setUp();
      source.knowledge = 'partial';
      await expect(process()).resolves.toEqual(annotated);
      source.knowledge = 'none';
      await expect(process()).resolves.toEqual(annotated);
      source.knowledge = 'complete';
      source.decide.mockReturnValue({ outcome: 'none' });
      await expect(process()).resolves.toEqual({});
    });

    it('is not confused by what another version has remembered', async () => {
      const { source, cache, process } = setUp();
      cache.state = { decision: ['argocd/app-name'] };
      source.knowledge = 'none';
      await expect(process()).resolves.toEqual({});
    });
  });
});
