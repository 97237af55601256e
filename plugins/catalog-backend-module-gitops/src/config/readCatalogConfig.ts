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

import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  bool,
  describeIssue,
  expected,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';
import type { CatalogConfig } from './CatalogConfig';

const ROOT = 'gitops.catalog';
const KINDS = 'a list of kinds, such as [Component], with one at least';
const LABEL = "the key of a label, such as 'app.kubernetes.io/name'";
const OWNER = "an entity reference, such as 'group:default/platform-engineers'";
const SYSTEM = "an entity reference, such as 'system:default/platform'";

const entityRef = (what: string) =>
  z
    .string(expected(what))
    .regex(/^([a-z][a-z0-9]*:)?([-\w.]+\/)?[-\w.]+$/i, expected(what));

const provided = {
  enabled: bool('true or false').default(true),
  owner: entityRef(OWNER).default('group:default/platform-engineers'),
  system: entityRef(SYSTEM).optional(),
};

const catalogSchema = z.strictObject(
  {
    kinds: z
      .array(
        z
          .string(expected('a kind'))
          .regex(/^[a-zA-Z][a-zA-Z0-9]{0,62}$/, expected('a kind'))
          .transform(kind => kind.toLocaleLowerCase('en-US')),
        expected(KINDS),
      )
      .min(1, expected(KINDS))
      .default(['component']),
    label: z
      .string(expected(LABEL))
      .regex(
        /^([a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/,
        expected(LABEL),
      )
      .default('app.kubernetes.io/name'),
    schedule: z.unknown().optional(),
    clusters: z
      .strictObject(
        {
          ...provided,
          apiServer: bool('true or false').default(false),
        },
        expected('an object with enabled, owner, system and apiServer'),
      )
      .prefault({}),
    addOns: z
      .strictObject(
        provided,
        expected('an object with enabled, owner and system'),
      )
      .prefault({}),
  },
  expected('an object with kinds, label, schedule, clusters and addOns'),
);

/**
 * Reads `gitops.catalog`. Absent parts have their defaults.
 *
 * @throws InputError that names every key that is wrong, what was found there and what is expected.
 */
export function readCatalogConfig(config: Config): CatalogConfig {
  const data = config.getOptional(ROOT) ?? {};
  const result = catalogSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue(ROOT, data, issue),
    );
    throw new InputError(`Invalid configuration: ${problems.join('; ')}`);
  }
  const { schedule: _, ...own } = result.data;
  const schedule = config.getOptionalConfig(`${ROOT}.schedule`);
  return {
    ...own,
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : { frequency: { minutes: 1 }, timeout: { minutes: 1 } },
  };
}
