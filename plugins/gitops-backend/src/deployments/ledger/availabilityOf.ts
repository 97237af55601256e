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

import { compareTexts } from '../../argocd/store';
import { NOTED_WITHIN_MS } from './isWatched';
import { knownSince, type ApplicationRecord } from './ledgerOf';
import { TimeSpans } from './TimeSpans';

/** For how long an Application was what, in milliseconds. */
export interface Availability {
  healthyMs: number;
  /** Healthy or not. */
  knownMs: number;
  /** Not watched, or Argo CD did not know either. */
  unknownMs: number;
}

/** A state that lasted until the next one. */
interface State {
  health: string;
  from: number;
}

/**
 * Makes a function that says for how long, of a time, an Application was Healthy. The time before it existed does not
 * count, nor that after it had gone.
 */
export function availabilityOf({
  application,
  health,
  watches,
}: ApplicationRecord): (from: number, to: number) => Availability {
  const watched = TimeSpans.of(watches);
  const since = knownSince(
    application,
    TimeSpans.of(watches, 2 * NOTED_WITHIN_MS),
  );
  const born = Date.parse(application.createdAt ?? application.firstSeenAt);
  const gone = application.removedAt
    ? Date.parse(application.removedAt)
    : Infinity;
  const states = statesOf(health);

  return (from, to) => {
    const begin = Math.max(from, born);
    const end = Math.min(to, gone);
    const seen = Math.max(begin, Date.parse(since));
    const times = states.map((state, index) => {
      const until = states[index + 1]?.from ?? Infinity;
      const ms = watched.overlap(
        Math.max(seen, state.from),
        Math.min(end, until),
      );
      return { health: state.health, ms };
    });
    const sum = (matches: (health: string) => boolean) =>
      times
        .filter(state => matches(state.health))
        .reduce((total, { ms }) => total + ms, 0);
    const knownMs = sum(one => one !== 'Unknown');
    return {
      healthyMs: sum(one => one === 'Healthy'),
      knownMs,
      unknownMs: Math.max(0, end - begin) - knownMs,
    };
  };
}

function statesOf(health: ApplicationRecord['health']): State[] {
  const states: State[] = [];
  const sorted = [...health].sort(
    (a, b) =>
      compareTexts(a.since, b.since) ||
      compareTexts(a.seenAt, b.seenAt) ||
      a.historyId - b.historyId,
  );
  for (const fact of sorted) {
    if (states.at(-1)?.health !== fact.health) {
      states.push({ health: fact.health, from: Date.parse(fact.since) });
    }
  }
  return states;
}
