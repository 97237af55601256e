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

import { catalogApplication } from '../__testUtils__/catalogApplication';
import type { Reader } from '../entities/InstanceProvider';
import { providedAddOns } from './providedAddOns';

const provided = (reading: Reader['reading']) =>
  providedAddOns({
    config: { enabled: true, owner: 'team-a' },
    instances: ['main'],
    clusters: true,
  })
    .of({
      reader: { name: 'main', reading, refresh: async () => true },
      earlier: [],
      location: 'here',
    })
    ?.map(({ metadata }) => metadata.name);

const listed = [
  { name: 'in-cluster', server: 'https://kubernetes.default.svc' },
];
const vault = catalogApplication('vault', { addOn: 'vault' });

describe('providedAddOns', () => {
  it.each<[string, Reader['reading'], string[] | undefined]>([
    [
      'those of a cluster',
      { applications: [vault], clusters: listed },
      ['main-in-cluster-vault'],
    ],
    [
      'none where none is installed',
      { applications: [], clusters: listed },
      [],
    ],
    [
      'nothing known without the list of clusters',
      { applications: [vault], clusters: undefined },
      undefined,
    ],
    [
      'nothing known where the account sees nothing any more',
      { applications: [], clusters: [] },
      undefined,
    ],
    ['nothing known before the first answer', undefined, undefined],
  ])('%s', (_, reading, expected) => {
    expect(provided(reading)).toEqual(expected);
  });
});
