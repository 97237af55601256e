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
import { storedApplication } from '../../__testUtils__/storedApplication';

const DAY = '2026-11-22T';

/** A time of that day: `10:05`, or `10:05:30`. */
export function at(clock: string): string {
  return new Date(
    `${DAY}${clock.length === 5 ? `${clock}:00` : clock}Z`,
  ).toISOString();
}

/** A deployment in Argo CD's history, in few words. */
export interface TestEntry {
  id: number;
  at: string;
  /** The commit. */
  revision?: string;
  chart?: string;
}

/** An Application with its history, newest last. */
export function applicationWith(options: {
  history?: TestEntry[];
  images?: string[];
  health?: StoredApplication['health'];
  since?: string;
  differs?: Partial<StoredApplication>;
}): StoredApplication {
  const { history = [], images = [], health = 'Healthy', since } = options;
  const sources = [{ repoUrl: 'https://git.acme.example/acme/platform' }];
  return storedApplication({
    uid: 'uid-1',
    sources,
    health,
    healthSince: at(since ?? '00:00'),
    images,
    history: history
      .map(entry => ({
        id: entry.id,
        deployedAt: at(entry.at),
        initiatedBy: 'automated',
        revisions: [entry.chart ?? entry.revision ?? `commit-${entry.id}`],
        sources: entry.chart
          ? [{ repoUrl: 'https://charts.acme.example', chart: 'shop' }]
          : sources,
      }))
      .reverse(),
    ...options.differs,
  });
}
