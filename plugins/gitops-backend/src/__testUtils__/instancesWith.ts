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

import {
  ArgoCdInstances,
  type ArgoCdInstance,
} from '../argocd/ArgoCdInstances';

const unasked = async () => {
  throw new Error('is not asked for');
};

/** Instances, or `main` alone, of whose client a test gives what it needs. */
export function instancesWith(
  client: Partial<ArgoCdInstance['client']>,
  names = ['main'],
): ArgoCdInstances {
  return ArgoCdInstances.create(
    names.map(name => ({
      config: { name, frontendUrl: 'https://argocd.acme.example' },
      client: {
        close: async () => {},
        getChartDetails: unasked,
        getOciMetadata: unasked,
        getOperation: unasked,
        getResource: unasked,
        getResourceTree: unasked,
        getRevisionMetadata: unasked,
        getSources: unasked,
        getSyncWindows: unasked,
        listApplicationSets: unasked,
        listEvents: unasked,
        listManagedResources: unasked,
        listResourceStates: unasked,
        readLogs: unasked,
        refresh: unasked,
        sync: unasked,
        terminate: unasked,
        ...client,
      },
      watcher: {
        start: () => {},
        stop: async () => {},
        status: () => ({
          name,
          status: 'ok',
          circuit: 'closed',
          reading: 'stream',
          applications: 1,
        }),
      },
    })),
  );
}
