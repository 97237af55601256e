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

import type {
  ApplicationSetsQuery,
  FleetApplications,
  FleetApplicationSets,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoCdInstances } from '../argocd/ArgoCdInstances';
import type { FleetViewer } from '../permissions/FleetAccess';
import { answerQuery } from './query/answerQuery';
import type { FleetRequest } from './query/parseFleetQuery';
import type { FleetEntries } from './rows/FleetEntries';
import { visibleRows } from './rows/visibleRows';
import type {
  ApplicationSetCache,
  KnownApplicationSets,
} from './sets/ApplicationSetCache';
import { answerSetsQuery } from './sets/answerSetsQuery';
import { toSetRows } from './sets/SetRow';

interface Options {
  instances: Pick<ArgoCdInstances, 'get' | 'names' | 'status'>;
  entries: FleetEntries;
  sets: ApplicationSetCache;
}

/** Answers the fleet's questions out of what is in memory; only ApplicationSets are listed on demand. */
export class FleetReader {
  readonly #options: Options;

  static create(options: Options): FleetReader {
    return new FleetReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Rejects as `FleetEntries.prepare` does. */
  async applications(
    viewer: FleetViewer,
    request: FleetRequest,
  ): Promise<FleetApplications> {
    const { entries } = this.#options;
    await entries.prepare();
    const rows = visibleRows(entries.current(), viewer);
    return { ...answerQuery(rows, request), instances: this.#statuses() };
  }

  /** Rejects as `FleetEntries.prepare` does, and with `InputError` for a cursor that is none or of another query. */
  async applicationSets(
    viewer: FleetViewer,
    query: ApplicationSetsQuery,
  ): Promise<FleetApplicationSets> {
    const { entries, instances, sets } = this.#options;
    await entries.prepare();
    const known = await Promise.all(
      instances.names.map(async instance => ({
        instance,
        ...(await sets.of(instance)),
      })),
    );
    const rows = toSetRows(
      known.flatMap(({ instance, sets: all = [] }) =>
        all.map(set => ({ instance, set })),
      ),
      visibleRows(entries.current(), viewer),
      viewer,
    );
    return {
      ...answerSetsQuery(rows, query, {
        frontendUrl: name => instances.get(name)?.config.frontendUrl ?? '',
      }),
      instances: this.#statuses().map(status =>
        withSets(
          status,
          known.find(({ instance }) => instance === status.name),
        ),
      ),
    };
  }

  #statuses(): UpstreamStatus[] {
    const { instances } = this.#options;
    return instances.names.flatMap(name => instances.status(name) ?? []);
  }
}

/** An instance that is well, but for its ApplicationSets. */
function withSets(
  status: UpstreamStatus,
  known: KnownApplicationSets | undefined,
): UpstreamStatus {
  return known?.error && status.status === 'ok'
    ? {
        name: status.name,
        status: known.sets ? 'stale' : 'error',
        error: known.error,
      }
    : status;
}
