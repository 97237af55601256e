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

import { parseDuration } from '../../../parseDuration';
import type { LiveResource } from '../Cluster';
import { formatTime } from '../formatTime';
import { groupOf } from '../identity';
import { fetchProblem } from './fetchSecret';
import type { OperatorState, SecretReader } from './OperatorState';
import {
  type ExternalSecretSpec,
  externalSecretSpec,
  storeSpec,
} from './shapes';

const STORES = ['SecretStore', 'ClusterSecretStore'];

const READY_STORE = {
  ready: true,
  reason: 'Valid',
  message: 'store validated',
};

type Judgement = Omit<OperatorState, 'since'>;

/** Plays the External Secrets Operator 1.3: says what becomes of ExternalSecrets and their stores. */
export class SecretsOperator {
  readonly #secrets: SecretReader;
  readonly #now: () => Date;

  constructor(secrets: SecretReader, now: () => Date) {
    this.#secrets = secrets;
    this.#now = now;
  }

  /** Whether a resource is the operator's. */
  static isIts({ applied }: Pick<LiveResource, 'applied'>): boolean {
    return (
      groupOf(applied.apiVersion) === 'external-secrets.io' &&
      [...STORES, 'ExternalSecret'].includes(applied.kind)
    );
  }

  /**
   * Looks at a resource of its own; answers the state that it had where nothing is due. `force`: as if its time had come.
   */
  look(
    live: LiveResource,
    options: { stores: LiveResource[]; force: boolean },
  ): OperatorState {
    const judged = STORES.includes(live.applied.kind)
      ? this.#store(live)
      : this.#externalSecret(live, options);
    const before = live.operator;
    const same =
      before?.ready === judged.ready &&
      before.reason === judged.reason &&
      before.message === judged.message;
    return {
      ...judged,
      since: same ? before.since : formatTime(this.#now()),
    };
  }

  #store({ applied }: LiveResource): Judgement {
    const vault = storeSpec.safeParse(applied.spec).data?.provider.vault;
    if (!vault) {
      return {
        ready: false,
        reason: 'InvalidProviderConfig',
        message: 'unable to create client',
        event: 'The sandbox plays stores of the provider Vault only',
      };
    }
    const problem = this.#secrets.problem();
    return problem
      ? {
          ready: false,
          reason: 'ValidationFailed',
          message: 'unable to validate store',
          event: `could not validate provider: ${problem}`,
        }
      : READY_STORE;
  }

  #externalSecret(
    live: LiveResource,
    options: { stores: LiveResource[]; force: boolean },
  ): Judgement {
    const { operator: before, generation } = live;
    const spec = externalSecretSpec.safeParse(live.applied.spec).data;
    if (!spec) {
      return failed(before, 'the spec cannot be read');
    }
    if (before?.ready && !options.force && !this.#isDue(live, spec)) {
      return before;
    }
    const store = findStore(live, spec, options.stores);
    if (!store) {
      const { kind, name } = spec.secretStoreRef ?? {};
      return failed(
        before,
        `could not get ${kind} "${name}", ${kind}.external-secrets.io "${name}" not found`,
      );
    }
    const vault = storeSpec.safeParse(store.applied.spec).data?.provider.vault;
    const problem = fetchProblem(spec, vault?.path, this.#secrets);
    return problem
      ? failed(before, problem)
      : {
          ready: true,
          reason: 'SecretSynced',
          message: 'secret synced',
          refreshedAt: formatTime(this.#now()),
          generation,
        };
  }

  #isDue(
    { operator, generation }: LiveResource,
    spec: ExternalSecretSpec,
  ): boolean {
    if (
      operator?.refreshedAt === undefined ||
      operator.generation !== generation
    ) {
      return true;
    }
    const interval = intervalOf(spec);
    const next = Date.parse(operator.refreshedAt) + interval;
    return interval > 0 && next <= this.#now().getTime();
  }
}

function intervalOf({ refreshInterval }: ExternalSecretSpec): number {
  try {
    return parseDuration(refreshInterval);
  } catch {
    return 0;
  }
}

/** The condition says no more than this; what is missing is told in an event. */
function failed(before: OperatorState | undefined, event: string): Judgement {
  const { refreshedAt, generation } = before ?? {};
  return {
    ready: false,
    reason: 'SecretSyncedError',
    message: 'could not get secret data from provider',
    event,
    ...(refreshedAt ? { refreshedAt, generation } : {}),
  };
}

function findStore(
  { applied }: LiveResource,
  { secretStoreRef }: ExternalSecretSpec,
  stores: LiveResource[],
): LiveResource | undefined {
  return stores.find(
    ({ applied: store }) =>
      store.kind === secretStoreRef?.kind &&
      store.metadata.name === secretStoreRef.name &&
      (store.kind === 'ClusterSecretStore' ||
        store.metadata.namespace === applied.metadata.namespace),
  );
}
