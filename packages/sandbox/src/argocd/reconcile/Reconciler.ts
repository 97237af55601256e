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
import { formatTime, rollsOutUntil, identityOf } from '../cluster';
import { sourcesOf, validateSpec } from '../projects';
import { RenderError, type Rendering } from '../render';
import { instanceName } from '../store';
import type {
  Application,
  ApplicationCondition,
  ApplicationStatus,
  AppProject,
  KubernetesObject,
} from '../types';
import { compareState } from './compareState';
import { type AutoSync, decideAutoSync } from './decideAutoSync';
import { healthClock, type Platform } from './Platform';
import { setConditions } from './setConditions';
import { windowsAllow } from './windowsAllow';

const COMPARISON_CONDITIONS = [
  'ComparisonError',
  'SharedResourceWarning',
  'RepeatedResourceWarning',
];
const SPEC_CONDITIONS = ['InvalidSpecError', 'UnknownError'];

/** What is to happen after an Application was looked at. */
export interface Reconciled {
  autoSync: AutoSync;
  /** When (milliseconds) to look again, because a rollout ends then. */
  again?: number;
}

type Attempt = Pick<Rendering, 'manifests' | 'revisions' | 'sourceTypes'> & {
  error?: string;
};

/** Brings the status of one Application up to date with Git and the cluster. */
export class Reconciler {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /**
   * `explicit`: somebody asked for it, so that the time of it shows even where nothing has changed.
   */
  async reconcile(
    name: string,
    options: { explicit: boolean },
  ): Promise<Reconciled> {
    const { applications, projects } = this.#platform;
    const nothing: Reconciled = { autoSync: { kind: 'none' } };
    const application = applications.get(name);
    if (!application || application.metadata.deletionTimestamp) {
      return nothing;
    }
    const { spec } = application;
    const project = projects.get(spec.project || 'default');
    const invalid = validateSpec(application, project);
    if (!project || invalid.length > 0) {
      this.#update(name, before => this.#invalid(before, invalid));
      return nothing;
    }
    const attempt = await this.#render(application);
    if (applications.get(name)?.spec !== spec) {
      return this.reconcile(name, options);
    }
    this.#update(name, before =>
      this.#compared(before, project, attempt, options.explicit),
    );
    return this.#next(name, attempt);
  }

  async #render(application: Application): Promise<Attempt> {
    const { spec, metadata } = application;
    const sources = sourcesOf(spec);
    try {
      return await this.#platform.renderer.render({
        applicationName: instanceName(metadata),
        namespace: spec.destination.namespace ?? '',
        sources,
      });
    } catch (error) {
      if (!(error instanceof RenderError)) {
        throw error;
      }
      return {
        manifests: [],
        revisions: sources.map(({ targetRevision }) => targetRevision ?? ''),
        sourceTypes: [],
        error: error.message,
      };
    }
  }

  #invalid(
    before: Application,
    conditions: ApplicationCondition[],
  ): ApplicationStatus {
    const { status } = before;
    const at = formatTime(this.#platform.now());
    return {
      ...status,
      sync: { ...status.sync, status: 'Unknown' },
      health: transition(status.health, 'Unknown', at),
      conditions: setConditions(status.conditions, conditions, {
        evaluated: SPEC_CONDITIONS,
        at,
      }),
    };
  }

  #compared(
    before: Application,
    project: AppProject,
    attempt: Attempt,
    explicit: boolean,
  ): ApplicationStatus {
    const { status, spec, metadata } = before;
    const at = formatTime(this.#platform.now());
    const comparison = compareState({
      application: instanceName(metadata),
      project,
      targets: attempt.error === undefined ? attempt.manifests : undefined,
      live: this.#live(instanceName(metadata), attempt.manifests),
      clock: healthClock(this.#platform),
    });
    const errors =
      attempt.error === undefined
        ? []
        : [{ type: 'ComparisonError', message: attempt.error }];
    const multiple = Boolean(spec.sources?.length);
    const { revisions, sourceTypes } = attempt;
    const next: ApplicationStatus = {
      ...(comparison.resources.length > 0
        ? { resources: comparison.resources }
        : {}),
      sync: {
        status: comparison.sync,
        comparedTo: multiple
          ? {
              source: { repoURL: '' },
              destination: spec.destination,
              sources: spec.sources,
            }
          : {
              source: spec.source ?? { repoURL: '' },
              destination: spec.destination,
            },
        ...(multiple ? { revisions } : { revision: revisions[0] }),
      },
      health: transition(status.health, comparison.health, at),
      ...(status.history ? { history: status.history } : {}),
      conditions: setConditions(
        status.conditions,
        [...errors, ...comparison.conditions],
        { evaluated: [...COMPARISON_CONDITIONS, ...SPEC_CONDITIONS], at },
      ),
      reconciledAt: status.reconciledAt,
      ...(status.operationState
        ? { operationState: status.operationState }
        : {}),
      ...(multiple || !sourceTypes[0] ? {} : { sourceType: sourceTypes[0] }),
      summary: comparison.summary,
      resourceHealthSource: 'appTree',
      ...(multiple && sourceTypes.length > 0 ? { sourceTypes } : {}),
      controllerNamespace: 'argocd',
      sourceHydrator: {},
    };
    const changed = !isDeepStrictEqual(plain(next), plain(status));
    return changed || explicit ? { ...next, reconciledAt: at } : status;
  }

  #live(name: string, targets: KubernetesObject[]) {
    const { cluster } = this.#platform;
    const found = new Set(cluster.ownedBy(name));
    for (const target of targets) {
      const live = cluster.get(identityOf(target));
      if (live) {
        found.add(live);
      }
    }
    return [...found];
  }

  #next(name: string, attempt: Attempt): Reconciled {
    const { applications } = this.#platform;
    const application = applications.get(name);
    if (!application) {
      return { autoSync: { kind: 'none' } };
    }
    const decided = decideAutoSync(application);
    const blocked =
      decided.kind === 'sync' &&
      !windowsAllow(this.#platform, application, { manual: false });
    const autoSync: AutoSync = blocked ? { kind: 'none' } : decided;
    const at = formatTime(this.#platform.now());
    this.#update(name, ({ status }) => ({
      ...status,
      conditions: setConditions(
        status.conditions,
        autoSync.kind === 'problem' ? [autoSync.condition] : [],
        { evaluated: ['SyncError'], at },
      ),
    }));
    const clock = healthClock(this.#platform);
    const ends = this.#live(name, attempt.manifests).flatMap(
      live => rollsOutUntil(live, clock) ?? [],
    );
    return {
      autoSync,
      ...(ends.length > 0 ? { again: Math.min(...ends) } : {}),
    };
  }

  /** Writes a status where it differs, and says so in the events. */
  #update(
    name: string,
    change: (application: Application) => ApplicationStatus,
  ): void {
    const { applications, events, now } = this.#platform;
    const before = applications.get(name)?.status;
    const after = applications.update(name, application => {
      const status = change(application);
      return isDeepStrictEqual(plain(status), plain(application.status))
        ? application
        : { ...application, status };
    });
    if (!before || !after) {
      return;
    }
    const changes: [string, string | undefined, string | undefined][] = [
      ['sync', before.sync.status, after.status.sync.status],
      ['health', before.health.status, after.status.health.status],
    ];
    for (const [what, from, to] of changes) {
      if (from !== to) {
        events.record(after, {
          reason: 'ResourceUpdated',
          message: `Updated ${what} status: ${from ?? ''} -> ${to ?? ''}`,
          at: formatTime(now()),
        });
      }
    }
  }
}

function transition(
  before: ApplicationStatus['health'],
  status: NonNullable<ApplicationStatus['health']['status']>,
  at: string,
): ApplicationStatus['health'] {
  return before.status === status ? before : { status, lastTransitionTime: at };
}

/** Without keys whose value is undefined, which JSON would not have either. */
function plain(status: ApplicationStatus): unknown {
  return JSON.parse(JSON.stringify(status));
}
