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

import type { ThirdPartyChart } from '../charts';
import { isRecord } from '../yaml';
import { KnownKeys } from './KnownKeys';

/** A key that nothing of a chart names. @internal */
export interface UnknownKey {
  path: string[];
  /** A warning where the chart's template hands on the map around it, so that the key may be right. */
  severity: 'error' | 'warning';
  /** The keys that are known where it stands. */
  known: string[];
}

/**
 * The keys of a values file that its chart does not know. What a chart leaves open is not looked into.
 *
 * @internal
 */
export function findUnknownKeys(
  values: Record<string, unknown>,
  chart: ThirdPartyChart,
  getChart: (directory: string) => ThirdPartyChart | undefined,
): UnknownKey[] {
  const found: UnknownKey[] = [];
  function walk(
    map: Record<string, unknown>,
    known: KnownKeys,
    path: string[],
  ): void {
    for (const [key, value] of Object.entries(map)) {
      const at = [...path, key];
      const below = known.below(key);
      if (below === 'unknown') {
        const severity = known.isHandedOn ? 'warning' : 'error';
        found.push({ path: at, severity, known: known.keys() });
      } else if (below !== 'free' && isRecord(value)) {
        walk(value, below, at);
      }
    }
  }
  walk(values, KnownKeys.of(chart, getChart), []);
  return found;
}
