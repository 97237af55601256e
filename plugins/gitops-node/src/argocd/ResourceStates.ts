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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { manifest } from './manifest';
import { flag, listOf, text } from './tolerant';

/**
 * A resource as Git wants it and as the cluster has it. Argo CD has replaced the values of Secrets; nothing else is
 * masked.
 * @public
 */
export interface ArgoResourceState {
  /** Empty for the core group. */
  group: string;
  /** Empty where neither side has the resource. */
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  /** Whether it exists only while a sync runs. */
  hook: boolean;
  /** What the cluster has; absent where it has none. */
  live?: JsonObject;
  /** What Git wants; absent where it wants none, so that the resource would be pruned. */
  target?: JsonObject;
  /** `live` without the differences that are to be ignored. */
  normalizedLive?: JsonObject;
  /** What the cluster would have after a sync. */
  predictedLive?: JsonObject;
}

const stateSchema = z
  .object({
    group: z.string().catch(''),
    kind: z.string(),
    namespace: text,
    name: z.string(),
    hook: flag,
    liveState: manifest,
    targetState: manifest,
    normalizedLiveState: manifest,
    predictedLiveState: manifest,
  })
  .transform((state): ArgoResourceState => {
    const { group, kind, namespace, name, hook } = state;
    return {
      group,
      version: versionOf(state.targetState ?? state.liveState),
      kind,
      namespace: namespace || undefined,
      name,
      hook: hook === true,
      live: state.liveState,
      target: state.targetState,
      normalizedLive: state.normalizedLiveState,
      predictedLive: state.predictedLiveState,
    };
  });

/** The answer of `managed-resources`, which is `{}` where there are none. */
export const resourceStatesSchema = z
  .object({ items: listOf(stateSchema) })
  .transform(({ items }) => items);

/** The answer itself names no version. */
function versionOf(state: JsonObject | undefined): string {
  const { apiVersion } = state ?? {};
  return typeof apiVersion === 'string'
    ? apiVersion.split('/').at(-1) ?? ''
    : '';
}
