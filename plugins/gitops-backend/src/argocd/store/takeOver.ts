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

import type { ArgoApplication } from '@gitops-platform/backstage-plugin-gitops-node';
import limit from 'p-limit';
import { contradicts, mergeListed } from './mergeListed';
import type { WatchContext } from './WatchContext';

const CALLS_AT_ONCE = 4;
const MAX_DETAILS = 100;

/** Those that the list shows otherwise than they are kept. */
export function contradictions(
  { client, store }: WatchContext,
  listed: ArgoApplication[],
): ArgoApplication[] {
  return listed.filter(one =>
    contradicts(one, store.get({ ...one, instance: client.name })),
  );
}

/** Keeps what the list shows, and what it does not show as it was last known. */
export function takeOver(
  { client, store }: WatchContext,
  listed: ArgoApplication[],
): void {
  for (const one of listed) {
    const kept = store.get({ ...one, instance: client.name });
    store.upsert(client.name, mergeListed(one, kept));
  }
}

/**
 * Reads one by one what the list does not show: history, conditions, messages. A bounded number at a time, because
 * each is a call. Resolves with those that are left for the next time.
 */
export async function readDetails(
  context: WatchContext,
  applications: ArgoApplication[],
  signal: AbortSignal,
): Promise<ArgoApplication[]> {
  const { client, store, logger } = context;
  const atOnce = limit(CALLS_AT_ONCE);
  const read = async (application: ArgoApplication) => {
    try {
      const whole = await client.getApplication(application, signal);
      store.upsert(client.name, whole);
      return [];
    } catch (error) {
      signal.throwIfAborted();
      logger.debug(
        `Details of ${application.namespace}/${application.name} are read again later`,
        error instanceof Error ? error : undefined,
      );
      return [application];
    }
  };
  const failed = await Promise.all(
    applications
      .slice(0, MAX_DETAILS)
      .map(application => atOnce(read, application)),
  );
  // What failed goes last, so that it does not keep the others waiting.
  return [...applications.slice(MAX_DETAILS), ...failed.flat()];
}
