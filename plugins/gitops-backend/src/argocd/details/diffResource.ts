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
import type { JsonObject } from '@backstage/types';
import type { ResourceDiff } from '@gitops-platform/backstage-plugin-gitops-common';
import type { ArgoResourceState } from '@gitops-platform/backstage-plugin-gitops-node';
import { countHiddenChanges } from '../redact/countHiddenChanges';
import type { Redactor } from '../redact/Redactor';
import { diffHunks } from './diffHunks';
import { withoutNoise } from './withoutNoise';

/** Larger ones, such as some CRDs, are only named: nobody reads them here, and everybody else would wait. */
const LONGEST_MANIFEST = 200_000;

/** A resource that differs. */
export interface DifferingResource {
  state: ArgoResourceState;
  /** Absent where the cluster has none. */
  live?: JsonObject;
  /** Absent where Git wants none. */
  desired?: JsonObject;
}

/** A resource whose live and desired state differ; `undefined` for one that is in sync, and for hooks. */
export function differenceOf(
  state: ArgoResourceState,
): DifferingResource | undefined {
  const { hook, live, target } = state;
  const present = live && (state.normalizedLive ?? live);
  // Without a live state, or where Argo CD predicts nothing, Git's own words are the best there is.
  const wanted = target && (state.predictedLive ?? target);
  const sides = {
    live: present && withoutNoise(present),
    desired: wanted && withoutNoise(wanted),
  };
  return hook || isDeepStrictEqual(sides.live, sides.desired)
    ? undefined
    : { state, ...sides };
}

/** Shows how a resource differs, without any credential. */
export function diffResource(
  { state, live, desired }: DifferingResource,
  redactor: Redactor,
): ResourceDiff {
  const { group, kind, namespace, name } = state;
  const resource = { group, kind, namespace, name };
  const change = changeOf(live, desired);
  if ([live, desired].some(isTooLong)) {
    return {
      ...resource,
      change,
      hunks: [],
      masked: 0,
      maskedChanges: 0,
      truncated: true,
    };
  }
  const before = redactor.manifest(live ?? {});
  const after = redactor.manifest(desired ?? {});
  const { hunks, truncated } = diffHunks(
    live ? before.text : '',
    desired ? after.text : '',
  );
  const hidden = countHiddenChanges(before.masked, after.masked);
  return {
    ...resource,
    change,
    hunks,
    masked: Math.max(before.masked.length, after.masked.length),
    // Something differs: where no line shows it, it is behind a mask.
    maskedChanges: hunks.length > 0 || truncated ? hidden : hidden || 1,
    truncated: truncated || undefined,
  };
}

function isTooLong(manifest: JsonObject | undefined): boolean {
  return (
    manifest !== undefined && JSON.stringify(manifest).length > LONGEST_MANIFEST
  );
}

function changeOf(
  live: JsonObject | undefined,
  desired: JsonObject | undefined,
): ResourceDiff['change'] {
  if (!live) {
    return 'added';
  }
  return desired ? 'modified' : 'removed';
}
