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

import type { ApplicationSet } from '../types';
import { fillTemplate, lookUp } from './fillTemplate';
import type { KnownCluster } from './knownClusters';
import { parametersOf } from './parametersOf';

/** What an ApplicationSet makes: the manifests of its Applications, or why it makes none. */
export type Generated =
  | { applications: { name: string; value: unknown }[] }
  | { problem: string };

/**
 * Expands the generators of an ApplicationSet and fills in its template. A generator or expression that the sandbox does
 * not know is a problem that the set's condition tells, and nothing is made.
 */
export function generateApplications(
  { spec }: ApplicationSet,
  clusters: KnownCluster[],
): Generated {
  try {
    const applications = (spec.generators ?? [])
      .flatMap(generator => parametersOf(generator, clusters))
      .map(parameters => {
        const value = fillTemplate(
          spec.template,
          parameters,
          spec.goTemplate ?? false,
        );
        return {
          name: String(lookUp(value, ['metadata', 'name']) ?? ''),
          value,
        };
      });
    return { applications };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
