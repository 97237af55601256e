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

import { defaultEntryPoints, ENTRY_POINTS } from './entryPoints';
import type { Router, Section } from './Configuration';
import { qualify } from './names';
import { ruleProblem } from './ruleProblem';

type Protocol = 'http' | 'tcp' | 'udp';

/** The highest priority that a user may give. */
const MAX_PRIORITY = 9_223_372_036_854_774_807n;

function priorityOf({ rule = '', priority }: Router, protocol: Protocol) {
  if (priority !== undefined) {
    return priority;
  }
  const catchAll =
    protocol === 'tcp' && /^HostSNI\(\s*[`"]\*[`"]\s*\)$/.test(rule);
  return catchAll ? '-1' : String(Buffer.byteLength(rule));
}

/** What stops a router, the first thing that Traefik would meet. */
function problemOf(
  section: Section,
  router: Router,
  protocol: Protocol,
): string | undefined {
  const { service, middlewares = [], rule = '', priority = '0' } = router;
  if (BigInt(priority) > MAX_PRIORITY) {
    return `the router priority ${priority} exceeds the max user-defined priority ${MAX_PRIORITY}`;
  }
  if (service === undefined) {
    return 'router has no service and no child routers';
  }
  const qualified = qualify(service);
  if (!section.services.has(qualified)) {
    const what = protocol === 'udp' ? 'UDP service' : 'service';
    return `the ${what} "${qualified}" does not exist`;
  }
  const missing = middlewares.find(one => !section.middlewares.has(one));
  if (missing) {
    return `middleware "${missing}" does not exist`;
  }
  return protocol === 'udp' ? undefined : ruleProblem(rule, protocol);
}

function check(section: Section, router: Router, protocol: Protocol): Router {
  const asked =
    router.entryPoints.length > 0
      ? router.entryPoints
      : defaultEntryPoints(protocol === 'udp');
  const using = asked.filter(name => Object.hasOwn(ENTRY_POINTS, name)).sort();
  const errors = asked
    .filter(name => !Object.hasOwn(ENTRY_POINTS, name))
    .map(name => `entryPoint "${name}" doesn't exist`);
  if (using.length === 0) {
    return {
      ...router,
      entryPoints: asked,
      error: [...errors, 'no valid entryPoint for this router'],
      status: 'disabled',
    };
  }
  const prioritised =
    protocol === 'udp'
      ? router
      : { ...router, priority: priorityOf(router, protocol) };
  const problem = problemOf(section, prioritised, protocol);
  const all = problem === undefined ? errors : [...errors, problem];
  const partly = errors.length > 0 ? 'warning' : 'enabled';
  return {
    ...prioritised,
    entryPoints: asked,
    ...(all.length > 0 ? { error: all } : {}),
    status: problem === undefined ? partly : 'disabled',
    using: [...new Set(using)],
  };
}

function noteUse(used: { usedBy?: string[] } | undefined, by: string): void {
  if (used) {
    used.usedBy = [...new Set([...(used.usedBy ?? []), by])].sort();
  }
}

/** Finds out which routers work, and who uses what. Changes the section. */
export function checkSection(section: Section, protocol: Protocol): void {
  for (const [name, router] of section.routers) {
    section.routers.set(name, check(section, router, protocol));
    if (router.service !== undefined) {
      noteUse(section.services.get(qualify(router.service)), name);
    }
    for (const middleware of router.middlewares ?? []) {
      noteUse(section.middlewares.get(middleware), name);
    }
  }
}
