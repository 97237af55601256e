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

import type { StoredApplication } from '../../argocd/store';
import type { LiveImages } from './applicationFacts';
import type { HealthFact } from './HealthFact';

const MAX_HEALTH = 50;

/** What was seen of one Application and is not written yet. */
export interface PendingFacts {
  /** As it last was; its history is in the store as well, and so costs nothing. */
  app: StoredApplication;
  environment: string;
  firstSeenAt: string;
  seenAt: string;
  removed: boolean;
  health: HealthFact[];
  live: LiveImages[];
  /** By history id. */
  requesters: Map<number, string>;
}

/** Takes both together: of each thing once, and the newer state. No more health than has a place in memory. */
export function mergePending(
  one: PendingFacts,
  other: PendingFacts,
): PendingFacts {
  const [older, newer] =
    one.seenAt <= other.seenAt ? [one, other] : [other, one];
  const health = new Map<string, HealthFact>();
  for (const fact of [...older.health, ...newer.health]) {
    const key = [fact.historyId, fact.since, fact.health].join(' ');
    const synced = fact.synced || (health.get(key)?.synced ?? false);
    // Last, because what was seen last is kept where there is no place for all.
    health.delete(key);
    health.set(key, { ...fact, synced });
  }
  const live = new Map<string, LiveImages>();
  for (const seen of [...older.live, ...newer.live]) {
    const key = `${seen.historyId} ${seen.settled}`;
    const known = live.get(key);
    if (!known || known.at <= seen.at) {
      live.set(key, seen);
    }
  }
  return {
    ...newer,
    firstSeenAt: older.firstSeenAt,
    health: [...health.values()].slice(-MAX_HEALTH),
    live: [...live.values()].slice(-MAX_HEALTH),
    requesters: new Map([...older.requesters, ...newer.requesters]),
  };
}
