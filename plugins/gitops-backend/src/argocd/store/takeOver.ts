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
import { contradicts, mergeListed } from './mergeListed';
import type { WatchContext } from './WatchContext';

/** Those that the list shows otherwise than they are kept. */
export function contradictions(
  { client, store }: WatchContext,
  listed: ArgoApplication[],
): ArgoApplication[] {
  return listed.filter(one =>
    contradicts(one, store.get({ ...one, instance: client.name })),
  );
}

/** Keeps what the list shows, and what it does not show as it was last known until that is read, too. */
export function takeOver(
  { client, store, backlog }: WatchContext,
  listed: ArgoApplication[],
): void {
  for (const one of listed) {
    const kept = store.get({ ...one, instance: client.name });
    store.upsert(client.name, mergeListed(one, kept));
  }
  backlog.add(listed);
}
