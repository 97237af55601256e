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

import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { ArgoResourceState } from '@gitops-platform/backstage-plugin-gitops-node';
import { Redactor } from '../redact/Redactor';
import { differenceOf, diffResource } from './diffResource';

const redactor = Redactor.create({
  rules: { keys: [], values: [] },
  logger: mockServices.logger.mock(),
});
const state = (differs: Partial<ArgoResourceState>): ArgoResourceState => ({
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  namespace: 'shop',
  name: 'orders',
  hook: false,
  ...differs,
});
const manifest = (more: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'orders' },
  ...more,
});
const show = (given: Partial<ArgoResourceState>) => {
  const resource = differenceOf(state(given));
  return resource && diffResource(resource, redactor);
};

describe('diffResource', () => {
  it('shows what a sync would change, with three lines around it', () => {
    const data = { a: '1', b: '2', c: '3', d: '4', e: '5' };
    expect(
      show({
        live: manifest({ data: { ...data, d: 'live' } }),
        target: manifest({ data: { d: 'only in Git' } }),
        predictedLive: manifest({ data }),
      }),
    ).toEqual({
      group: '',
      kind: 'ConfigMap',
      namespace: 'shop',
      name: 'orders',
      change: 'modified',
      hunks: [
        {
          liveStart: 3,
          desiredStart: 3,
          lines: [
            '   a: "1"',
            '   b: "2"',
            '   c: "3"',
            '-  d: live',
            '+  d: "4"',
            '   e: "5"',
            ' kind: ConfigMap',
            ' metadata:',
          ],
        },
      ],
      masked: 0,
      maskedChanges: 0,
    });
  });

  it.each<[string, Partial<ArgoResourceState>]>([
    ['is in sync', { live: manifest({}), target: manifest({}) }],
    [
      'differs in what no commit decides',
      {
        live: manifest({
          status: { phase: 'x' },
          metadata: {
            name: 'orders',
            uid: 'u',
            resourceVersion: '7',
            managedFields: [{}],
            generation: 2,
            creationTimestamp: 't',
            annotations: {
              'kubectl.kubernetes.io/last-applied-configuration': '{}',
            },
          },
        }),
        target: manifest({ status: {} }),
      },
    ],
    [
      'is in sync once normalised',
      {
        live: manifest({ replicas: 3 }),
        normalizedLive: manifest({}),
        target: manifest({}),
      },
    ],
    ['is a hook', { hook: true, target: manifest({}) }],
    ['is nowhere', {}],
  ])('leaves out what %s', (_, given) => {
    expect(show(given)).toBeUndefined();
  });

  it('shows what only one side has', () => {
    expect(show({ target: manifest({}) })).toMatchObject({
      change: 'added',
      hunks: [{ lines: expect.arrayContaining(['+kind: ConfigMap']) }],
    });
    expect(show({ live: manifest({}) })).toMatchObject({
      change: 'removed',
      hunks: [{ lines: expect.arrayContaining(['-kind: ConfigMap']) }],
    });
  });

  it('counts what differs behind masks, and shows no secret', () => {
    const shown = show({
      kind: 'Secret',
      // As Argo CD hides them: of another length where they differ.
      live: manifest({ kind: 'Secret', data: { a: '++++', b: '++++' } }),
      target: manifest({ kind: 'Secret', data: { a: '+++++', b: '++++' } }),
    });
    expect(shown).toMatchObject({ hunks: [], masked: 2, maskedChanges: 1 });
    expect(JSON.stringify(shown)).not.toContain('+++');
  });

  it('leaves out what is too much to read', () => {
    const lines = (what: string) =>
      manifest({
        data: Object.fromEntries(
          Array.from({ length: 700 }, (_, index) => [`k${index}`, what]),
        ),
      });
    const shown = show({ live: lines('a'), target: lines('b') });
    expect(shown?.truncated).toBe(true);
    expect(shown?.hunks).toEqual([
      {
        liveStart: 3,
        desiredStart: 3,
        lines: Array.from({ length: 500 }, () =>
          expect.stringMatching(/^-\s+k/),
        ),
      },
    ]);
    const long = show({
      live: manifest({ data: { a: 'a '.repeat(1_000) } }),
      target: manifest({ data: { a: 'b '.repeat(1_000) } }),
    });
    expect(long?.truncated).toBe(true);
    expect(JSON.stringify(long).length).toBeLessThan(2_000);
    expect(
      show({ target: manifest({ data: { a: 'a '.repeat(100_000) } }) }),
    ).toMatchObject({ hunks: [], truncated: true, maskedChanges: 0 });
    expect(
      show({ target: manifest({ data: { a: 'a\n'.repeat(9_000) } }) }),
    ).toMatchObject({ change: 'added', truncated: true, maskedChanges: 0 });
  });
});
