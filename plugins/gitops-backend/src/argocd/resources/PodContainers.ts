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
  TtlCache,
  type ArgoResourceNode,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';
import { RecentFailures } from '../../time/RecentFailures';
import { settledWithin } from '../../time/settledWithin';
import type { ArgoCdInstance } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';

/** A call each, once. */
const MAX_TEMPLATES = 5;
const MAX_KEPT = 2_000;
/** The pods of one ReplicaSet are alike; those of a StatefulSet may change. */
const KEPT_FOR_MS = 10 * 60_000;
const RETRY_AFTER_MS = 60_000;
const WAIT_MS = 2_000;

const names = z.array(z.object({ name: z.string() })).catch([]);
const podSchema = z.object({
  spec: z.object({ containers: names, initContainers: names }),
});

/**
 * The containers of pods, which Argo CD's tree does not name. Only pods with several images are looked at: where there
 * is one container, nobody needs its name.
 */
export class PodContainers {
  readonly #logger: LoggerService;
  readonly #known = TtlCache.create<string[]>({
    max: MAX_KEPT,
    ttl: KEPT_FOR_MS,
  });

  readonly #failed = RecentFailures.create({
    rememberForMs: RETRY_AFTER_MS,
  });

  static create(options: { logger: LoggerService }): PodContainers {
    return new PodContainers(options.logger);
  }

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** By the pod's uid, main containers first. What takes long is left out, and there the next time. */
  async read(
    app: StoredApplication,
    client: Pick<ArgoCdInstance['client'], 'getResource'>,
    tree: ArgoResourceNode[],
  ): Promise<Map<string, string[]>> {
    const pods = tree.filter(
      ({ group, kind, images }) =>
        group === '' && kind === 'Pod' && images.length > 1,
    );
    const alike = new Map<string, ArgoResourceNode[]>();
    for (const pod of pods) {
      const owner = pod.parent ?? pod.uid;
      alike.set(owner, [...(alike.get(owner) ?? []), pod]);
    }
    const found = new Map<string, string[]>();
    await settledWithin(
      WAIT_MS,
      Promise.all(
        [...alike].slice(0, MAX_TEMPLATES).map(async ([owner, group]) => {
          const containers = await this.#containersOf(app, client, {
            owner,
            pod: group[0],
          });
          group.forEach(({ uid }) => found.set(uid, containers));
        }),
      ),
    );
    return found;
  }

  async #containersOf(
    app: StoredApplication,
    client: Pick<ArgoCdInstance['client'], 'getResource'>,
    { owner, pod }: { owner: string; pod: ArgoResourceNode },
  ): Promise<string[]> {
    const key = `${app.instance}/${owner}`;
    if (this.#failed.has(key)) {
      return [];
    }
    try {
      return await this.#known.get(key, async () => {
        const { spec } = podSchema.parse(await client.getResource(app, pod));
        return [...spec.containers, ...spec.initContainers].map(
          ({ name }) => name,
        );
      });
    } catch (error) {
      this.#failed.add(key);
      this.#logger.warn(
        `The containers of ${pod.namespace}/${pod.name} on ${
          app.instance
        } are not known: ${toError(error).message}`,
      );
      return [];
    }
  }
}
