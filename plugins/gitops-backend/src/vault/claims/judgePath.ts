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

import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  UNKNOWN_ENVIRONMENT,
  type GitOpsEnvironment,
  type VaultServerConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { ClaimedPath } from './ClaimedPath';
import type { WrittenPath } from './parseSecretsPath';
import { provePath, type PathProof } from './provePath';

/** One written path on one server, proved or with how to prove it. */
export function judgePath(options: {
  written: WrittenPath;
  server: Pick<
    VaultServerConfig,
    'name' | 'allowedPaths' | 'allowedNamespaces'
  >;
  namespace?: string;
  mount?: string;
  entity: Entity;
  environments: Pick<GitOpsEnvironment, 'name' | 'aliases'>[];
}): ClaimedPath {
  const { written, server, namespace, mount, entity, environments } = options;
  const { path, environment: tied } = written;
  const shared = { entity, environments };
  const proof = provePath({ ...shared, path, patterns: server.allowedPaths });
  const only =
    proof.environments.length === 1 ? proof.environments[0] : undefined;
  const foreignNamespace =
    namespace !== undefined &&
    !provePath({
      ...shared,
      path: namespace,
      patterns: server.allowedNamespaces,
    }).proved;
  return {
    server: server.name,
    namespace,
    mount,
    path,
    environment: tied ?? only ?? UNKNOWN_ENVIRONMENT,
    provedEnvironment: only ?? UNKNOWN_ENVIRONMENT,
    unproved:
      whyUnproved({ path, tied, proof, server, entity }) ??
      (foreignNamespace
        ? `Nothing proves that the Vault namespace '${namespace}' is this entity's. Whoever runs the portal can add a pattern to allowedNamespaces of the Vault server '${server.name}'.`
        : undefined),
  };
}

function whyUnproved(options: {
  path: string;
  tied?: string;
  proof: PathProof;
  server: Pick<VaultServerConfig, 'name' | 'allowedPaths'>;
  entity: Entity;
}): string | undefined {
  const { path, tied, proof, server, entity } = options;
  const of = `of the Vault server '${server.name}'`;
  if (!proof.proved) {
    const patterns = server.allowedPaths.join(', ');
    return `Nothing proves that '${path}' is a path of ${stringifyEntityRef(
      entity,
    )}. ${
      patterns
        ? `allowedPaths ${of} has ${patterns}: move the secrets to such a path, or have a pattern added there.`
        : `Whoever runs the portal can add a pattern to allowedPaths ${of}.`
    }`;
  }
  return tied !== undefined &&
    proof.environments.length > 0 &&
    !proof.environments.includes(tied)
    ? `The annotation ties '${path}' to ${tied}, and by allowedPaths ${of} it belongs to ${proof.environments.join(
        ', ',
      )}: put the annotation right.`
    : undefined;
}
