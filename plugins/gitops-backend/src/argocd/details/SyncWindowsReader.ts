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

import { isDeepStrictEqual } from 'node:util';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ApplicationSyncWindows } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoSyncWindows } from '@gitops-platform/backstage-plugin-gitops-node';
import type { ArgoCdInstances } from '../ArgoCdInstances';
import type { StoredApplication } from '../store';
import { OnDemandReads } from './OnDemandReads';
import { whyBlocked } from './whyBlocked';

/** Windows open and close by the minute. */
const FRESH_FOR_MS = 5_000;
const MAX_FRESH = 200;

/** When an Application may be synced, and why not now. */
export class SyncWindowsReader {
  readonly #reads: OnDemandReads<ArgoSyncWindows>;

  static create(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
  }): SyncWindowsReader {
    return new SyncWindowsReader(options);
  }

  private constructor(options: {
    instances: ArgoCdInstances;
    logger: LoggerService;
  }) {
    this.#reads = OnDemandReads.create({
      ...options,
      freshForMs: FRESH_FOR_MS,
      maxFresh: MAX_FRESH,
    });
  }

  async read(app: StoredApplication): Promise<ApplicationSyncWindows> {
    const { value, instances } = await this.#reads.read(app, [], client =>
      client.getSyncWindows(app),
    );
    if (!value) {
      return {
        canSync: false,
        reason: 'Whether a sync window is in the way is not known',
        items: [],
        instances,
      };
    }
    return {
      canSync: value.canSync,
      reason: whyBlocked(value, new Date()),
      items: value.assigned.map(window => ({
        kind: window.kind,
        active: value.active.some(other => isDeepStrictEqual(other, window)),
        schedule: window.schedule,
        duration: window.duration,
        timeZone: window.timeZone,
        manualSync: window.manualSync,
        description: window.description,
      })),
      instances,
    };
  }
}
