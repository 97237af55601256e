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

import { environmentOf } from './environmentOf';

const config = {
  environmentLabel: 'environment',
  environments: [
    { name: 'dev', aliases: [], clusters: [] },
    { name: 'pre-prod', aliases: [], clusters: [] },
    {
      name: 'production',
      aliases: ['prod'],
      clusters: ['eks-eu', 'https://k8s.example.com/'],
    },
  ],
};

describe('environmentOf', () => {
  it.each<[string, Record<string, string>, object, string]>([
    [
      'its label',
      { environment: 'dev' },
      { name: 'eks-eu', namespace: 'shop-prod' },
      'dev',
    ],
    ['an alias as label', { environment: 'prod' }, {}, 'production'],
    [
      'a label of no environment',
      { environment: 'qa' },
      { name: 'eks-eu' },
      'unknown',
    ],
    ['another label', { env: 'dev' }, {}, 'unknown'],
    [
      'its cluster by name',
      {},
      { name: 'eks-eu', namespace: 'shop-dev' },
      'production',
    ],
    [
      'its cluster by address',
      {},
      { server: 'https://k8s.example.com', namespace: 'x' },
      'production',
    ],
    [
      'its namespace',
      {},
      { server: 'https://kubernetes.default.svc', namespace: 'shop-dev' },
      'dev',
    ],
    ['its whole namespace', {}, { namespace: 'prod' }, 'production'],
    [
      'the longest end of its namespace',
      {},
      { namespace: 'shop-pre-prod' },
      'pre-prod',
    ],
    ['no end of its namespace', {}, { namespace: 'devices-webdev' }, 'unknown'],
    ['nothing', {}, {}, 'unknown'],
  ])('goes by %s', (_name, labels, destination, expected) => {
    expect(environmentOf({ labels, destination }, config)).toBe(expected);
  });
});
