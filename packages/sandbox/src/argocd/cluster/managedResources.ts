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

import { isDeepStrictEqual } from 'node:util';
import type { KubernetesObject } from '../types';
import type { LiveResource } from './Cluster';
import { describeLive } from './describeLive';
import { identityOf, keyOf } from './identity';
import { maskSecret } from './maskSecret';
import type { HealthClock } from './resourceHealth';
import { sortedJson } from './sortedJson';

/** A desired resource and what of it is in the cluster; one of the two may be absent. */
export interface ResourcePair {
  target?: KubernetesObject;
  live?: LiveResource;
}

/** Pairs what Git wants with what the cluster has, in Argo CD's order. */
export function pairResources(
  targets: KubernetesObject[],
  live: LiveResource[],
): ResourcePair[] {
  const pairs = new Map<string, ResourcePair>(
    live.map(one => [keyOf(identityOf(one.applied)), { live: one }]),
  );
  for (const target of targets) {
    const key = keyOf(identityOf(target));
    pairs.set(key, { ...pairs.get(key), target });
  }
  return [...pairs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => pair);
}

/** Whether a pair differs. */
export function isModified({ target, live }: ResourcePair): boolean {
  return !isDeepStrictEqual(target, live?.applied);
}

/** An item of `managed-resources`: the states are JSON texts; "null" stands for a resource that is not there. */
export interface ManagedResource {
  group?: string;
  kind: string;
  namespace?: string;
  name: string;
  targetState: string;
  liveState: string;
  normalizedLiveState: string;
  predictedLiveState: string;
  resourceVersion?: string;
  modified?: true;
}

/** Describes a pair as the API answers it. */
export function describePair(
  pair: ResourcePair,
  clock: HealthClock,
): ManagedResource | undefined {
  const { target, live } = pair;
  const manifest = target ?? live?.applied;
  if (!manifest) {
    return undefined;
  }
  const { group, kind, namespace, name } = identityOf(manifest);
  const normalized = live && describeLive(live, clock, { status: false });
  const predicted =
    target && live
      ? describeLive(
          {
            ...live,
            applied: target,
            generation: isModified(pair)
              ? live.generation + 1
              : live.generation,
          },
          clock,
          { status: false },
        )
      : (target && maskSecret(target)) ?? null;
  return {
    ...(group ? { group } : {}),
    kind,
    ...(namespace ? { namespace } : {}),
    name,
    targetState: sortedJson(target ? maskSecret(target) : null),
    liveState: sortedJson(live ? describeLive(live, clock) : null),
    normalizedLiveState: sortedJson(normalized ?? null),
    predictedLiveState: sortedJson(predicted),
    ...(live ? { resourceVersion: live.resourceVersion } : {}),
    ...(isModified(pair) ? { modified: true } : {}),
  };
}
