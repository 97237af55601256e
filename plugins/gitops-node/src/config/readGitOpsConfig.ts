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

import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { argocdSchema } from './argoCdInstanceSchema';
import { bindingsSchema } from './bindingsSchema';
import { describeIssue } from './describeIssue';
import { environmentsSchema } from './environmentSchema';
import { bool, expected, text } from './expected';
import { readPeerArgoCd } from './readPeerArgoCd';
import { repositoriesSchema } from './repositorySchema';
import type { GitOpsConfig } from './types';

const FALLBACK =
  'there is no gitops.argocd, so its instances are read from argocd.appLocatorMethods';
const LABEL_KEY = "the key of a label, such as 'environment'";

/** Parts that are read elsewhere, each by a reader of its own. */
const elsewhere = {
  catalog: z.unknown().optional(),
  vault: z.unknown().optional(),
  traefik: z.unknown().optional(),
  redact: z.unknown().optional(),
  rollback: z.unknown().optional(),
  notifications: z.unknown().optional(),
  delivery: z.unknown().optional(),
};

const gitOpsSchema = z
  .strictObject(
    {
      environments: environmentsSchema,
      environmentLabel: text(LABEL_KEY)
        .regex(
          /^([a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([-\w.]{0,61}[A-Za-z0-9])?$/,
          LABEL_KEY,
        )
        .default('environment'),
      repositories: repositoriesSchema,
      operations: z
        .strictObject(
          { enabled: bool('true or false').default(false) },
          expected('an object such as { enabled: true }'),
        )
        .default({ enabled: false }),
      bindings: bindingsSchema,
      argocd: argocdSchema,
      tools: z
        .strictObject(
          { helm: text('the path of the helm command').optional() },
          expected('an object such as { helm: /usr/local/bin/helm }'),
        )
        .default({}),
      ...elsewhere,
    },
    expected('an object'),
  )
  .transform(
    ({
      catalog,
      vault,
      traefik,
      redact,
      rollback,
      notifications,
      delivery,
      ...own
    }) => own,
  );

/**
 * Reads the `gitops` section of the configuration. Absent parts have their defaults. Without `gitops.argocd` the
 * instances are those of `argocd.appLocatorMethods`, if there are any; the logger says so.
 *
 * @throws InputError that names every key that is wrong, what was found there and what is expected. It never
 * contains a credential.
 * @public
 */
export function readGitOpsConfig(
  config: Config,
  options: { logger?: Pick<LoggerService, 'info'> } = {},
): GitOpsConfig {
  const own = config.getOptional('gitops') ?? {};
  const argocd =
    isObject(own) && own.argocd === undefined
      ? readPeerArgoCd(config)
      : undefined;
  const data = isObject(own) && argocd ? { ...own, argocd } : own;
  const result = gitOpsSchema.safeParse(data);
  if (!result.success) {
    const problems = result.error.issues.map(issue =>
      describeIssue('gitops', data, issue),
    );
    throw new InputError(
      `Invalid configuration${argocd ? ` (${FALLBACK})` : ''}: ${problems.join(
        '; ',
      )}`,
    );
  }
  if (argocd) {
    options.logger?.info(`Argo CD: ${FALLBACK}`);
  }
  return result.data;
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
