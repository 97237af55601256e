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

import type { Application } from '../types';
import {
  listFieldNames,
  parseFields,
  selectListFields,
  selectMessageFields,
} from '.';

const SOURCE = { repoURL: 'http://git/a.git', path: 'a' };

const APPLICATION: Application = {
  metadata: {
    name: 'cart-dev',
    namespace: 'argocd',
    resourceVersion: '7',
    uid: 'u',
  },
  spec: { project: 'default', source: SOURCE, destination: { name: 'c' } },
  status: {
    sync: {
      status: 'Synced',
      revision: 'abc',
      comparedTo: { source: SOURCE, destination: { name: 'c' } },
    },
    health: { status: 'Healthy' },
    history: [
      {
        id: 0,
        deployedAt: 't',
        source: SOURCE,
        initiatedBy: {},
        revision: 'a',
      },
    ],
    summary: { images: ['a:1'] },
    sourceHydrator: {},
  },
};

function select(fields: string, application = APPLICATION): unknown {
  const selection = parseFields(fields);
  const names = selection && listFieldNames(selection);
  return names && selectListFields(application, names);
}

describe('fields of the list', () => {
  const running: Application = {
    ...APPLICATION,
    operation: { sync: {}, initiatedBy: {}, retry: {} },
    status: {
      ...APPLICATION.status,
      operationState: {
        operation: { sync: {}, initiatedBy: {}, retry: {} },
        phase: 'Running',
        startedAt: 't',
      },
    },
  };

  it.each<[string, unknown]>([
    ['items.metadata.name', { metadata: { name: 'cart-dev' } }],
    [
      'items.status.health,items.status.sync.status',
      { status: { health: { status: 'Healthy' }, sync: { status: 'Synced' } } },
    ],
    // These do not exist for the list: nothing comes of them, and nobody complains.
    ['items.status.health.status', {}],
    ['items.status.sync', {}],
    ['items.status.history', {}],
    ['items.metadata.resourceVersion', {}],
    ['metadata.resourceVersion', {}],
    ['metadata.name', {}],
    // What has no value is null, unless its whole parent is absent.
    [
      'items.metadata.labels,items.spec.sources',
      { metadata: { labels: null }, spec: { sources: null } },
    ],
    ['items.status.operationState.phase', {}],
    ['items.status.resources,items.operation.sync', {}],
    [
      'items.status.summary,items.spec.project',
      {
        status: { summary: { images: ['a:1'] } },
        spec: { project: 'default' },
      },
    ],
  ])('%s', (fields, expected) => {
    expect(select(fields)).toEqual(expected);
  });

  it('tells an operation that runs', () => {
    expect(
      select(
        'items.status.operationState.phase,items.status.operationState.finishedAt,items.operation.sync,items.status.operationState.operation.sync',
        running,
      ),
    ).toEqual({
      status: {
        operationState: {
          phase: 'Running',
          finishedAt: null,
          operation: { sync: null },
        },
      },
      operation: { sync: {} },
    });
  });

  it('leaves fields out, but cannot where a whole and its part remain', () => {
    expect(select('-items.status.summary,items.metadata.name')).toBeUndefined();
    expect(select('items.spec,items.spec.project')).toBeUndefined();
    expect(select('-items.spec,items.metadata.name')).toEqual(
      expect.objectContaining({
        metadata: expect.not.objectContaining({ name: 'cart-dev' }),
        spec: expect.objectContaining({ project: 'default' }),
      }),
    );
  });

  it.each([undefined, '', 3])('%j selects nothing in particular', fields => {
    expect(parseFields(fields)).toBeUndefined();
  });
});

describe('fields of the stream', () => {
  const MESSAGE = {
    result: { type: 'ADDED', application: APPLICATION },
  };
  const choose = (fields: string) => {
    const selection = parseFields(fields);
    return selection && selectMessageFields(MESSAGE, selection);
  };

  it.each<[string, unknown]>([
    ['result.type', { result: { type: 'ADDED' } }],
    [
      'result.application.status.history,result.type',
      {
        result: {
          type: 'ADDED',
          application: { status: { history: APPLICATION.status.history } },
        },
      },
    ],
    [
      'result.application.status.history.id',
      { result: { application: { status: { history: [{ id: 0 }] } } } },
    ],
    // A name that begins another selected name is kept too.
    [
      'result.application.metadata.namespace',
      {
        result: {
          application: { metadata: { name: 'cart-dev', namespace: 'argocd' } },
        },
      },
    ],
    ['items.metadata.name', {}],
    ['error', {}],
  ])('%s', (fields, expected) => {
    expect(choose(fields)).toEqual(expected);
  });

  it('leaves out what a sign in front names', () => {
    expect(
      choose('-result.application.status,result.application.spec'),
    ).toEqual({
      result: {
        type: 'ADDED',
        application: { metadata: APPLICATION.metadata },
      },
    });
  });
});
