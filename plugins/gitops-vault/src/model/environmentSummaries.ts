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

import type {
  EntitySecrets,
  Finding,
  SecretPath,
  SecretReference,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { isGone } from './secretState';

/** An environment's secrets on one line. */
export type EnvironmentSummary = {
  environment: string;
  paths: SecretPath[];
  /** Secrets whose current version can be read by who may. */
  present: number;
  /** Secrets whose current version is deleted or destroyed. */
  gone: number;
  /** There are more than were counted. */
  atLeast: boolean;
  overdue: number;
  /** When the next secret that is not overdue has to be written anew. */
  nextDueAt?: string;
  /** When a secret was last written anew. */
  changedAt?: string;
  references: SecretReference[];
  findings: Finding[];
};

/** Every environment that something is known of, in the order of the answer: that of promotion. `now` is in milliseconds. */
export function environmentSummaries(
  { items, references }: EntitySecrets,
  findings: Finding[],
  now: number,
): EnvironmentSummary[] {
  const environments = new Set(
    [...items, ...references, ...findings].flatMap(
      ({ environment }) => environment ?? [],
    ),
  );
  return [...environments].map(environment => {
    const here = (each: { environment?: string }) =>
      each.environment === environment;
    const paths = items.filter(here);
    const secrets = paths.flatMap(path => path.secrets);
    const there = secrets.filter(secret => !isGone(secret, now));
    const rotations = there.flatMap(({ rotation }) => rotation ?? []);
    return {
      environment,
      paths,
      present: there.length,
      gone: secrets.length - there.length,
      atLeast: paths.some(({ limit }) => limit !== undefined),
      overdue: rotations.filter(({ overdue }) => overdue).length,
      nextDueAt: rotations
        .filter(({ overdue }) => !overdue)
        .map(({ dueAt }) => dueAt)
        .sort()[0],
      changedAt: secrets
        .flatMap(({ updatedAt }) => updatedAt ?? [])
        .sort()
        .at(-1),
      references: references.filter(here),
      findings: findings.filter(here),
    };
  });
}
