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
import type {
  Applied,
  AppliedFacts,
  AppliedKind,
  AppliedName,
  AppliedResource,
} from './AppliedResource';

/** Cuts a manifest of one kind down to what may be kept of it. */
export interface Projector {
  group: string;
  kind: AppliedKind;
  project(name: AppliedName, live: JsonObject): AppliedResource | undefined;
}

interface ProjectorOf<K extends AppliedKind> {
  group: string;
  kind: K;
  project(name: AppliedName, live: JsonObject): Applied<K> | undefined;
}

/**
 * Ties a kind to the pure function that reads it. A manifest that the function makes nothing of is left out.
 *
 * What the function returns is all that leaves: it names each field that it keeps, and never copies one whole.
 */
export function projectorOf<K extends AppliedKind>(
  group: string,
  kind: K,
  factsOf: (live: JsonObject) => AppliedFacts[K] | undefined,
): ProjectorOf<K> {
  return {
    group,
    kind,
    project: (name, live) => {
      const facts = factsOf(live);
      return facts && { ...name, kind, facts };
    },
  };
}
