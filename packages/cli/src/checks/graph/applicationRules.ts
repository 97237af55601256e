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

import type { Problem } from '../core/Problem';
import type { DeployedApplication, Manifest, Rendering } from '../rendering';
import { isRecord, listAt, recordAt, valueAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const finalizers = overRenderings(
  'graph/finalizers',
  'Deleting the root Application, an add-on or a project deletes nothing else',
  function* check({ applications, manifests }, { count }) {
    for (const application of applications) {
      count('applications');
      const { file, name, addOn, manifest } = application;
      const isKept =
        addOn || name === 'root' || bringsApplications(application, manifests);
      if (isKept && listAt(manifest, 'metadata', 'finalizers').length > 0) {
        yield {
          file,
          what: `${name} has a finalizer: deleting it deletes what it deployed`,
          mend: 'Remove metadata.finalizers.',
        };
      }
    }
  },
);

function bringsApplications(
  application: DeployedApplication,
  manifests: Manifest[],
): boolean {
  return manifests.some(
    one =>
      one.application === application &&
      ['Application', 'ApplicationSet', 'AppProject'].includes(one.kind),
  );
}

/** @internal */
export const retries = overRenderings(
  'graph/retry',
  'Every Application heals itself and tries again with backoff',
  function* check({ applications }, { count }) {
    for (const { file, name, manifest } of applications) {
      count('applications');
      const policy = valueAt(manifest, 'spec', 'syncPolicy');
      const backoff = valueAt(policy, 'retry', 'backoff');
      const limit = valueAt(policy, 'retry', 'limit');
      const isTried = typeof limit === 'number' && limit !== 0;
      if (!isTried || !isRecord(backoff) || !backoff.duration) {
        yield {
          file,
          what: `${name} does not try again: one CRD or webhook that is late leaves it failed`,
          mend: 'Set syncPolicy.retry with limit and backoff.',
        };
      }
      if (valueAt(policy, 'automated', 'selfHeal') !== true) {
        yield {
          file,
          what: `${name} does not heal itself: what is changed or lost in the cluster stays so`,
          mend: 'Set syncPolicy.automated.selfHeal: true.',
        };
      }
    }
  },
);

/** @internal */
export const serverSideApply = overRenderings(
  'graph/server-side-apply',
  'What brings large CRDs is applied on the server, and what is ignored is left alone',
  function* check(rendering, { count }) {
    for (const application of rendering.applications) {
      const { file, name, manifest } = application;
      const options = listAt(manifest, 'spec', 'syncPolicy', 'syncOptions');
      if (bringsCrds(application, rendering)) {
        count('applications with CRDs');
        if (!options.includes('ServerSideApply=true')) {
          yield {
            file,
            what: `${name} brings CRDs, and one of more than 256 KiB does not fit the annotation of a client-side apply`,
            mend: 'Add ServerSideApply=true to syncOptions.',
          };
        }
      }
      if (
        listAt(manifest, 'spec', 'ignoreDifferences').length > 0 &&
        !options.includes('RespectIgnoreDifferences=true')
      ) {
        yield {
          file,
          what: `${name} ignores differences, but every sync writes them all the same`,
          mend: 'Add RespectIgnoreDifferences=true to syncOptions.',
        };
      }
    }
  },
);

function bringsCrds(
  application: DeployedApplication,
  { manifests }: Rendering,
): boolean {
  const { addOn, part } = application;
  return (
    Boolean(
      addOn && addOn.crds.length > 0 && (part === 'chart' || !addOn.chart),
    ) ||
    manifests.some(
      one =>
        one.application === application &&
        one.kind === 'CustomResourceDefinition',
    )
  );
}

/** @internal */
export const hooks = overRenderings(
  'graph/hooks',
  'Jobs are hooks that are made anew each time, and nothing deletes them in between',
  function* check({ manifests }, { count }) {
    for (const manifest of manifests) {
      const hook = annotation(manifest, 'argocd.argoproj.io/hook');
      if (manifest.kind !== 'Job' && hook === undefined) continue;
      count('hooks');
      yield* checkHook(manifest, hook);
    }
  },
  { samples: true },
);

function* checkHook(manifest: Manifest, hook: unknown): Iterable<Problem> {
  const { file, line, kind, name, value } = manifest;
  const isHelmHook = annotation(manifest, 'helm.sh/hook') !== undefined;
  if (hook === undefined && !isHelmHook) {
    const options = String(
      annotation(manifest, 'argocd.argoproj.io/sync-options'),
    );
    if (name && !/Replace=true|Force=true/.test(options)) {
      yield {
        file,
        line,
        what: `Job ${name} cannot be changed once it is there: the next change of its template fails for ever`,
        mend: 'Make it a hook: argocd.argoproj.io/hook: Sync, with hook-delete-policy: BeforeHookCreation.',
      };
    }
  } else if (
    hook !== undefined &&
    kind === 'Job' &&
    !String(annotation(manifest, 'argocd.argoproj.io/hook-delete-policy'))
      .split(/\s*,\s*/)
      .includes('BeforeHookCreation')
  ) {
    yield {
      file,
      line,
      what: `hook ${name} is not deleted before it is made again`,
      mend: 'Set argocd.argoproj.io/hook-delete-policy: BeforeHookCreation.',
    };
  }
  if (valueAt(value, 'spec', 'ttlSecondsAfterFinished') !== undefined) {
    yield {
      file,
      line,
      what: `Job ${name} deletes itself: Argo CD makes it again, for ever`,
      mend: 'Remove ttlSecondsAfterFinished.',
    };
  }
}

function annotation({ value }: Manifest, key: string): unknown {
  return recordAt(value, 'metadata', 'annotations')[key];
}
