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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  singleFlight,
  type ArgoApplicationSet,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../../argocd/ArgoCdInstances';
import { publicReason } from '../../text/publicReason';
import { settledWithin } from '../../time/settledWithin';

const FRESH_FOR_MS = 30_000;
/** After a failure. */
const RETRY_AFTER_MS = 10_000;
const WAIT_MS = 4_000;

/** The ApplicationSets of an instance, and why they may not be those of now. */
export interface KnownApplicationSets {
  /** `undefined` where they were never read. */
  sets?: ArgoApplicationSet[];
  /** In words for everybody. */
  error?: string;
}

interface Kept extends KnownApplicationSets {
  askedAt: number;
}

/** ApplicationSets change rarely and are few: they are listed when somebody looks, and kept for half a minute. */
export class ApplicationSetCache {
  readonly #instances: Pick<ArgoCdInstances, 'get'>;
  readonly #logger: LoggerService;
  readonly #kept = new Map<string, Kept>();
  readonly #share = singleFlight<void>();

  static create(options: {
    instances: Pick<ArgoCdInstances, 'get'>;
    logger: LoggerService;
  }): ApplicationSetCache {
    return new ApplicationSetCache(options.instances, options.logger);
  }

  private constructor(
    instances: Pick<ArgoCdInstances, 'get'>,
    logger: LoggerService,
  ) {
    this.#instances = instances;
    this.#logger = logger;
  }

  /** Never rejects, and waits a bounded time: until then, what was known before is what there is. */
  async of(instance: string): Promise<KnownApplicationSets> {
    const kept = this.#kept.get(instance);
    const lasts = kept?.error ? RETRY_AFTER_MS : FRESH_FOR_MS;
    if (kept && Date.now() - kept.askedAt < lasts) {
      return kept;
    }
    const asked = this.#share(instance, () => this.#ask(instance));
    const inTime = await settledWithin(WAIT_MS, asked);
    const now = this.#kept.get(instance);
    return inTime && now ? now : { sets: now?.sets, error: tooSlow(instance) };
  }

  async #ask(instance: string): Promise<void> {
    const client = this.#instances.get(instance)?.client;
    try {
      const sets = await client?.listApplicationSets();
      this.#kept.set(instance, { sets, askedAt: Date.now() });
    } catch (error) {
      const { sets } = this.#kept.get(instance) ?? {};
      this.#kept.set(instance, {
        sets,
        error: publicReason(instance, error),
        askedAt: Date.now(),
      });
      this.#logger.warn(
        `No ApplicationSets of Argo CD instance '${instance}': ${
          toError(error).message
        }`,
      );
    }
  }
}

function tooSlow(instance: string): string {
  return `Argo CD instance '${instance}' takes long to list its ApplicationSets: try again in a moment`;
}
