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

import { setImmediate } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ApplicationDiff,
  ResourceDiff,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoResourceState } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { Redactor } from '../redact/Redactor';
import type { StoredApplication } from '../store';
import { differenceOf, diffResource } from './diffResource';
import { OnDemandReads } from './OnDemandReads';

const FRESH_FOR_MS = 5_000;
const MAX_FRESH = 20;
/** In all the diffs that are kept: some megabytes. */
const MAX_KEPT_LINES = 50_000;
const MAX_RESOURCES = 50;

type Diff = Omit<ApplicationDiff, 'instances'>;

/** What a sync would change, masked. */
export class DiffReader {
  readonly #reads: OnDemandReads<Diff>;
  readonly #redactor: Redactor;

  static create(options: {
    instances: ArgoCdInstances;
    redactor: Redactor;
    logger: LoggerService;
  }): DiffReader {
    return new DiffReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    redactor: Redactor;
    logger: LoggerService;
  }) {
    const { instances, redactor, logger } = options;
    this.#redactor = redactor;
    this.#reads = OnDemandReads.create({
      instances,
      logger,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
      maxKept: MAX_KEPT_LINES,
      sizeOf: diff => linesOf(diff) + 1,
    });
  }

  async read(app: StoredApplication): Promise<ApplicationDiff> {
    const { value, instances } = await this.#reads.read(app, [], async client =>
      this.#project(await client.listResourceStates(app)),
    );
    return { items: [], omitted: 0, ...value, instances };
  }

  async #project(states: ArgoResourceState[]): Promise<Diff> {
    const differing = states.flatMap(state => differenceOf(state) ?? []);
    const items: ResourceDiff[] = [];
    for (const resource of differing.slice(0, MAX_RESOURCES)) {
      items.push(diffResource(resource, this.#redactor));
      // Manifests may be long, and others wait.
      await setImmediate();
    }
    return { items, omitted: differing.length - items.length };
  }
}

function linesOf({ items }: Diff): number {
  return items
    .flatMap(({ hunks }) => hunks)
    .reduce((sum, { lines }) => sum + lines.length, 0);
}
