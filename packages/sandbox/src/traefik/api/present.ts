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

import type { Middleware, Router, Service } from '../config';

export type Named = { name: string; provider: string; status: string };

const providerOf = (name: string) => name.split('@')[1] ?? '';

/** What kind a service or middleware is: the one field that is its own. */
function typeOf(item: Service | Middleware): { type?: string } {
  const own = Object.keys(item).find(
    key => !['status', 'error', 'usedBy', 'serverStatus'].includes(key),
  );
  return own ? { type: own.toLowerCase() } : {};
}

export function presentRouter([name, router]: [string, Router], udp: boolean) {
  return {
    ...router,
    name,
    provider: providerOf(name),
    ...(udp ? {} : { priorityStr: router.priority ?? '0' }),
  };
}

export function presentItem([name, item]: [string, Service | Middleware]) {
  return { ...item, name, provider: providerOf(name), ...typeOf(item) };
}

/** JSON in which a priority is a number, however large. */
export function toJson(value: unknown): string {
  return `${JSON.stringify(value).replace(
    /"priority":"(-?\d+)"/g,
    '"priority":$1',
  )}\n`;
}
