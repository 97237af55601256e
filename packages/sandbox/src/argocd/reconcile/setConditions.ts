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

import type { ApplicationCondition } from '../types';

/**
 * Replaces the conditions of the `evaluated` types by the ones found now; the others stay. A condition that was
 * there before keeps its time.
 */
export function setConditions(
  before: ApplicationCondition[] | undefined,
  found: ApplicationCondition[],
  options: { evaluated: string[]; at: string },
): ApplicationCondition[] | undefined {
  const kept = (before ?? []).filter(
    ({ type }) => !options.evaluated.includes(type),
  );
  const now = found.map(({ type, message }) => {
    const known = before?.find(
      one => one.type === type && one.message === message,
    );
    return known ?? { type, message, lastTransitionTime: options.at };
  });
  const all = [...kept, ...now].sort((a, b) =>
    `${a.type} ${a.message}`.localeCompare(`${b.type} ${b.message}`),
  );
  return all.length > 0 ? all : undefined;
}
