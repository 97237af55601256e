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

import { quantile } from './quantile.mjs';

/**
 * Lets groups of viewers look one after the other, so that none suffers from the others, and in turns, so that all
 * have the same weather. What disturbs one round disturbs no figure: each is the median over the rounds.
 *
 * @param {{ viewers: import('./Viewers.mjs').Viewers, times: number }[]} groups
 * @param {{ rounds: number, pauseMs: number }} options
 * @returns {Promise<{ p50: number, p99: number, failures: string[] }[]>} of each group
 */
export async function inTurns(groups, { rounds, pauseMs }) {
  const measured = groups.map(() => []);
  for (const { viewers } of groups) await viewers.warmUp();
  for (let round = 0; round < rounds; round++) {
    for (const [index, { viewers, times }] of groups.entries()) {
      viewers.forget();
      await viewers.look({ times, pauseMs });
      measured[index].push(viewers.figures);
    }
  }
  for (const { viewers } of groups) viewers.close();
  return measured.map(figures => ({
    p50: quantile(
      figures.map(({ p50 }) => p50),
      0.5,
    ),
    p99: quantile(
      figures.map(({ p99 }) => p99),
      0.5,
    ),
    failures: figures.flatMap(({ failures }) => failures),
  }));
}
