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

import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_VAULT_NAMESPACE,
  ANNOTATION_VAULT_SECRETS_ENGINE,
  ANNOTATION_VAULT_SECRETS_PATH,
  ANNOTATION_VAULT_SERVER_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  secretPathOf,
  type GitOpsEnvironment,
  type VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { SecretClaims } from './ClaimedPath';
import { entityPlaceholders } from './entityPlaceholders';
import { judgePath } from './judgePath';
import {
  parseSecretsPath,
  plainPath,
  type WrittenPath,
} from './parseSecretsPath';

type Server = Pick<
  VaultServerConfig,
  'name' | 'pathPattern' | 'allowedPaths' | 'allowedNamespaces'
>;

/**
 * What an entity says of its secrets, by its annotations or else by the pattern of each server, and which of it is proved.
 * By the pattern alone nobody has claimed anything: what that does not prove is left out.
 */
export function secretClaimOf(
  entity: Entity,
  config: {
    servers: Server[];
    environments: Pick<GitOpsEnvironment, 'name' | 'aliases'>[];
  },
): SecretClaims {
  const { environments } = config;
  const annotations = entity.metadata.annotations ?? {};
  const text = annotations[ANNOTATION_VAULT_SECRETS_PATH];
  const where = placeOf(annotations, config.servers);
  const parsed =
    text === undefined ? undefined : parseSecretsPath(text, environments);
  const problems = [...where.problems, ...(parsed?.problems ?? [])];

  const judged = where.servers
    .flatMap(server =>
      (parsed?.paths ?? conventionalPaths(entity, server, environments)).map(
        written =>
          judgePath({ ...where, written, server, entity, environments }),
      ),
    )
    .filter(({ unproved }) => parsed || unproved === undefined);
  // An annotation may name a path once with its environment and once without, or by an alias.
  const paths = [
    ...new Map(
      judged.map(one => [
        JSON.stringify([one.server, one.path, one.environment]),
        one,
      ]),
    ).values(),
  ];
  const source = parsed ? 'annotation' : 'pattern';
  return {
    claim: {
      source: parsed || paths.length > 0 ? source : 'none',
      paths: [...new Set(paths.map(({ path }) => path))],
      problem: problems.length > 0 ? problems.join('. ') : undefined,
    },
    paths,
  };
}

/** The servers, namespace and mount that the annotations name. Where one of them is wrong, nothing is looked for. */
function placeOf(annotations: Record<string, string>, all: Server[]) {
  const problems: string[] = [];
  const wanted = (annotations[ANNOTATION_VAULT_SERVER_NAME] ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
  const missing = wanted.filter(name => !all.some(one => one.name === name));
  if (missing.length > 0) {
    problems.push(
      `The annotation ${ANNOTATION_VAULT_SERVER_NAME} names ${missing.join(
        ', ',
      )}, which is no configured Vault server: there is ${
        all.map(({ name }) => name).join(', ') || 'none'
      }`,
    );
  }
  const read = (annotation: string) => {
    const value = annotations[annotation];
    const path = value === undefined ? undefined : plainPath(value);
    const wrong = value !== undefined && path === undefined;
    if (wrong) {
      problems.push(
        `The annotation ${annotation} is no path: expected names between slashes`,
      );
    }
    return { path, wrong };
  };
  const namespace = read(ANNOTATION_VAULT_NAMESPACE);
  const mount = read(ANNOTATION_VAULT_SECRETS_ENGINE);
  const servers =
    wanted.length > 0 ? all.filter(({ name }) => wanted.includes(name)) : all;
  return {
    servers: namespace.wrong || mount.wrong ? [] : servers,
    namespace: namespace.path,
    mount: mount.path,
    problems,
  };
}

/** Where a service's secrets are by the server's pattern, in each environment. */
function conventionalPaths(
  entity: Entity,
  { pathPattern }: Server,
  environments: Pick<GitOpsEnvironment, 'name'>[],
): WrittenPath[] {
  const [values] = entityPlaceholders(entity, pathPattern);
  if (!values) {
    return [];
  }
  const places = pathPattern.includes('{environment}')
    ? environments.map(({ name }) => name)
    : [undefined];
  return places.flatMap(environment => {
    const path = secretPathOf(pathPattern, { ...values, environment });
    return path === undefined ? [] : [{ path, environment }];
  });
}
