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
import type {
  Application,
  ApplicationCondition,
  Operation,
  SyncResource,
} from '../types';

const MAX_SELF_HEAL_ATTEMPTS = 5;

/** What an automated sync policy does about the state of an Application. */
export type AutoSync =
  | { kind: 'none' }
  | { kind: 'problem'; condition: ApplicationCondition }
  | { kind: 'sync'; operation: Operation; selfHeal: boolean };

const NONE: AutoSync = { kind: 'none' };

const problem = (message: string): AutoSync => ({
  kind: 'problem',
  condition: { type: 'SyncError', message },
});

/** The commits that an Application was compared with, one per source. */
function comparedRevisions({ status }: Application): string[] {
  return status.sync.revisions ?? [status.sync.revision ?? ''];
}

function alreadyAttempted({ spec, status }: Application): boolean {
  const state = status.operationState;
  const result = state?.syncResult;
  if (!state || !result) {
    return state?.finishedAt !== undefined;
  }
  const revisions = result.revisions ?? [result.revision];
  const compared = status.sync.revisions ?? [status.sync.revision ?? ''];
  return (
    isDeepStrictEqual(revisions, compared) &&
    (spec.sources?.length
      ? isDeepStrictEqual(spec.sources, result.sources)
      : isDeepStrictEqual(spec.source, result.source))
  );
}

/** The operation that syncs an Application to what it was compared with. */
function automatedOperation(application: Application): Operation {
  const { spec, status } = application;
  const multiple = Boolean(spec.sources?.length);
  return {
    sync: {
      ...(multiple ? {} : { revision: status.sync.revision }),
      ...(spec.syncPolicy?.automated?.prune ? { prune: true } : {}),
      ...(multiple ? {} : { source: spec.source }),
      ...(spec.syncPolicy?.syncOptions
        ? { syncOptions: spec.syncPolicy.syncOptions }
        : {}),
      ...(multiple
        ? { sources: spec.sources, revisions: status.sync.revisions }
        : {}),
    },
    initiatedBy: { automated: true },
    retry: spec.syncPolicy?.retry ?? { limit: 5 },
  };
}

/**
 * Whether and how an Application is synced without anybody asking, by the rules of Argo CD: only when OutOfSync,
 * once per revision and source, again only where it heals itself, and never so that everything would go.
 */
export function decideAutoSync(application: Application): AutoSync {
  const { spec, status, metadata, operation } = application;
  const automated = spec.syncPolicy?.automated;
  const resources = status.resources ?? [];
  if (
    !automated ||
    automated.enabled === false ||
    operation ||
    metadata.deletionTimestamp ||
    status.sync.status !== 'OutOfSync'
  ) {
    return NONE;
  }
  const open = resources.filter(one => one.status !== 'Synced');
  if (!automated.prune && open.every(one => one.requiresPruning)) {
    return NONE;
  }
  const desired = comparedRevisions(application);
  if (
    automated.prune &&
    !automated.allowEmpty &&
    resources.every(one => one.requiresPruning)
  ) {
    return problem(
      `Skipping sync attempt to [${desired.join(
        ' ',
      )}]: auto-sync will wipe out all resources`,
    );
  }
  const planned = automatedOperation(application);
  if (!alreadyAttempted(application)) {
    return { kind: 'sync', operation: planned, selfHeal: false };
  }
  const last = status.operationState;
  if (last?.phase !== 'Succeeded') {
    return problem(
      `Failed last sync attempt to [${desired.join(' ')}]: ${
        last?.message ?? ''
      }`,
    );
  }
  const attempts = last.operation.sync.autoHealAttemptsCount ?? 0;
  if (!automated.selfHeal || attempts >= MAX_SELF_HEAL_ATTEMPTS) {
    return NONE;
  }
  return {
    kind: 'sync',
    selfHeal: true,
    operation: {
      ...planned,
      sync: {
        ...planned.sync,
        resources: open.map(
          ({ group, kind, name }): SyncResource => ({
            ...(group ? { group } : {}),
            kind,
            name,
          }),
        ),
        autoHealAttemptsCount: attempts + 1,
      },
    },
  };
}
