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

import {
  type HealthClock,
  identityOf,
  isModified,
  keyOf,
  type LiveResource,
  pairResources,
  type ResourcePair,
  resourceHealth,
  resourceTree,
  trackedBy,
  versionOf,
} from '../cluster';
import { refusalOf } from '../projects';
import { qualifiedName } from '../store';
import type {
  ApplicationCondition,
  ApplicationSummary,
  AppProject,
  HealthCode,
  KubernetesObject,
  ResourceStatus,
  SyncCode,
} from '../types';
import { hookTypesOf, syncWaveOf } from './hooks';

/** What comes of comparing an Application with the cluster. */
export interface Comparison {
  sync: SyncCode;
  health: HealthCode;
  resources: ResourceStatus[];
  summary: ApplicationSummary;
  conditions: ApplicationCondition[];
}

/** From best to worst. */
const SEVERITY: HealthCode[] = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

function worst(all: HealthCode[]): HealthCode {
  return all.reduce(
    (a, b) => (SEVERITY.indexOf(b) > SEVERITY.indexOf(a) ? b : a),
    'Healthy',
  );
}

function healthOf(pairs: ResourcePair[], clock: HealthClock): HealthCode {
  const live = pairs.flatMap(pair => pair.live ?? []);
  if (pairs.length > 0 && live.length === 0) {
    return 'Missing';
  }
  return worst(
    live.flatMap(one =>
      one.applied.metadata.annotations?.[
        'argocd.argoproj.io/ignore-healthcheck'
      ] === 'true'
        ? []
        : resourceHealth(one, clock)?.status ?? [],
    ),
  );
}

function statusOf(
  pair: ResourcePair,
  options: {
    application: string;
    project: AppProject;
    failed: boolean;
    clock: HealthClock;
  },
): ResourceStatus | undefined {
  const manifest = pair.target ?? pair.live?.applied;
  if (!manifest) {
    return undefined;
  }
  const identity = identityOf(manifest);
  const wave = pair.target ? syncWaveOf(pair.target) : 0;
  const own =
    !pair.live || trackedBy(pair.live.applied) === options.application;
  const unknown =
    options.failed || refusalOf(options.project, identity) !== undefined;
  const compared: SyncCode = isModified(pair) ? 'OutOfSync' : 'Synced';
  const health = pair.live
    ? resourceHealth(pair.live, options.clock)
    : ({ status: 'Missing' } as const);
  return {
    ...(identity.group ? { group: identity.group } : {}),
    version: versionOf(manifest.apiVersion),
    kind: identity.kind,
    ...(identity.namespace ? { namespace: identity.namespace } : {}),
    name: identity.name,
    status: unknown ? 'Unknown' : compared,
    ...(health ? { health } : {}),
    ...(!pair.target && own && !options.failed
      ? { requiresPruning: true }
      : {}),
    ...(wave ? { syncWave: wave } : {}),
  };
}

/** What a hook of the last sync has left behind: it is listed, and not compared. */
function hookStatusOf(live: LiveResource, clock: HealthClock): ResourceStatus {
  const { group, kind, namespace, name } = identityOf(live.applied);
  const health = resourceHealth(live, clock);
  return {
    ...(group ? { group } : {}),
    version: versionOf(live.applied.apiVersion),
    kind,
    ...(namespace ? { namespace } : {}),
    name,
    ...(health ? { health } : {}),
    hook: true,
    requiresPruning: true,
  };
}

const resourceKey = ({
  group = '',
  kind,
  namespace = '',
  name,
}: ResourceStatus) => keyOf({ group, kind, namespace, name });

function split<T>(all: T[], first: (one: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter(one => !first(one))];
}

function warnings(
  application: string,
  targets: KubernetesObject[],
  pairs: ResourcePair[],
): ApplicationCondition[] {
  const shared = pairs.flatMap(({ live }) => {
    const owner = live && trackedBy(live.applied);
    return owner && owner !== application
      ? [
          {
            type: 'SharedResourceWarning',
            message: `${live.applied.kind}/${
              live.applied.metadata.name
            } is part of applications ${qualifiedName(
              application,
            )} and ${owner}`,
          },
        ]
      : [];
  });
  const counts = new Map<string, number>();
  for (const target of targets) {
    const key = keyOf(identityOf(target));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const repeated = [...counts]
    .filter(([, count]) => count > 1)
    .map(([key, count]) => ({
      type: 'RepeatedResourceWarning',
      message: `Resource ${key} appeared ${count} times among application resources.`,
    }));
  return [...shared, ...repeated];
}

/**
 * Compares what Git wants with what the cluster has, as Argo CD's application controller does. `targets` is
 * `undefined` where the manifests could not be made: then nothing can be said but the health of what is there.
 */
export function compareState(options: {
  /** Its instance name. */
  application: string;
  project: AppProject;
  targets: KubernetesObject[] | undefined;
  live: LiveResource[];
  clock: HealthClock;
}): Comparison {
  const { application, project, targets, clock } = options;
  const failed = targets === undefined;
  const wanted = (targets ?? []).filter(one => !hookTypesOf(one));
  const [hooks, live] = split(options.live, one =>
    Boolean(hookTypesOf(one.applied)),
  );
  const pairs = pairResources(wanted, live);
  const resources = [
    ...pairs.flatMap(
      pair => statusOf(pair, { application, project, failed, clock }) ?? [],
    ),
    ...hooks.map(hook => hookStatusOf(hook, clock)),
  ].sort((a, b) => (resourceKey(a) < resourceKey(b) ? -1 : 1));
  const tree = resourceTree({ resources, live: options.live, clock });
  const images = new Set(tree.nodes?.flatMap(node => node.images ?? []));
  const compared = pairs.some(isModified) ? 'OutOfSync' : 'Synced';
  return {
    sync: failed ? 'Unknown' : compared,
    health: healthOf(pairs, clock),
    resources,
    summary: {
      ...(images.size > 0 ? { images: [...images].sort() } : {}),
      ...(resources.some(
        ({ group, kind }) => group === 'argoproj.io' && kind === 'Application',
      )
        ? { isAppOfApps: true }
        : {}),
    },
    conditions: warnings(application, wanted, pairs),
  };
}
