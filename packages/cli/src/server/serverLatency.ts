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

import type { Check } from '../checks/core';
import { listApplications, reasonOf } from './ArgoApplications';
import type { Scratch } from './Scratch';
import { waitUntil } from './waitUntil';

/** From a commit to a healthy pod, as the first document asks. */
const WITHIN_SECONDS = 300;

/** A commit that changes what a service runs is healthy in time. */
export function serverLatency(scratch: Scratch): Check {
  return {
    id: 'server/latency',
    title: `a push is Healthy within ${WITHIN_SECONDS / 60} minutes`,
    async *run(context) {
      const api = await scratch.api();
      const { tree, expanded, repository } = await scratch.deployed(
        context.tree,
      );
      const service = expanded.applications.find(({ file }) =>
        /^applications\/[^/]+\/[^/]+\/application\.yaml$/.test(file),
      );
      const values = service?.file.replace('application.yaml', 'values.yaml');
      const text = values && tree.get(values);
      if (!service || !values || !text) {
        context.notChecked(
          'the time from a push to Healthy',
          'the tree has no service below applications/',
        );
        return;
      }
      const replicas = Number(/^replicas: (\d+)$/m.exec(text)?.[1] ?? 1);
      const began = performance.now();
      const commit = await repository.push(
        new Map([
          [
            values,
            /^replicas:/m.test(text)
              ? text.replace(/^replicas: .*$/m, `replicas: ${replicas + 1}`)
              : `${text}\nreplicas: 2\n`,
          ],
        ]),
        `${service.name}: one replica more`,
      );
      const done = await waitUntil(
        async () => {
          const state = (await listApplications(api)).get(service.name);
          return state?.revision === commit &&
            state.sync === 'Synced' &&
            state.health === 'Healthy'
            ? state
            : undefined;
        },
        { seconds: WITHIN_SECONDS, every: 200 },
      );
      const seconds = (performance.now() - began) / 1000;
      context.say(
        `${service.name}: Healthy ${seconds.toFixed(1)} s after the push`,
      );
      if (!done) {
        const state = (await listApplications(api)).get(service.name);
        yield {
          file: values,
          what: `${
            service.name
          } was not Healthy ${WITHIN_SECONDS} s after a push: ${
            state ? reasonOf(state) : 'there is no such Application'
          }`,
          mend: 'Does Argo CD hear of pushes (webhook), and how often does it look (timeout.reconciliation)?',
        };
      }
    },
  };
}
