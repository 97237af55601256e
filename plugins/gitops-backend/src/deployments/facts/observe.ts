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
import { healthOf, liveImagesOf, requesterOf } from './applicationFacts';
import type { PendingFacts } from './PendingFacts';
import { stableId } from './stableId';

/** What an Application's state, as the watch has it, says that is worth keeping. */
export function observe(
  app: StoredApplication,
  options: { environment: string; seenAt: string; removed?: boolean },
): PendingFacts {
  const { environment, seenAt, removed = false } = options;
  const [head] = app.history;
  const requester = removed ? undefined : requesterOf(app);
  const health = removed ? undefined : healthOf(app, seenAt);
  const live = removed ? undefined : liveImagesOf(app, seenAt);
  return {
    app,
    environment,
    firstSeenAt: seenAt,
    seenAt,
    removed,
    health: health ? [health] : [],
    live: live ? [live] : [],
    requesters: new Map(head && requester ? [[head.id, requester]] : []),
  };
}

/** Two states with the same key say the same. Short, because it is kept of every Application. */
export function observationKey({
  app,
  environment,
  removed,
  health,
  live,
  requesters,
}: PendingFacts): string {
  return stableId(
    app.history[0]?.id,
    app.project,
    app.destination,
    environment,
    removed,
    health.map(({ seenAt, ...said }) => said),
    live.map(({ images, settled }) => [images, settled]),
    [...requesters],
  );
}
