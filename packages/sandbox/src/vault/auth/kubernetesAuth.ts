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

import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { matchGlob } from '../../argocd/glob';
import { readText, readTexts } from '../fields';
import { NO_CONTENT, type VaultAnswer, VaultError } from '../http';
import type { AuthMount } from '../state/VaultSnapshot';
import type { AuthCall } from './AuthCall';
import { serveRoles } from './serveRoles';
import { describeTokenRole, readTokenRole, type TokenRole } from './tokenRole';
import { checkClaims, type JwtClaims, readJwt, verifyJwt } from './verifyJwt';

/** The cluster whose service accounts may log in. The sandbox asks none: its own tokens are the only ones. */
export interface KubernetesConfig {
  kubernetes_host: string;
  kubernetes_ca_cert: string;
}

/** A role of Kubernetes. */
export interface KubernetesRole extends TokenRole {
  bound_service_account_names: string[];
  bound_service_account_namespaces: string[];
  audience: string;
}

type Mount = Extract<AuthMount, { type: 'kubernetes' }>;

const accountClaims = z.looseObject({
  'kubernetes.io': z.looseObject({
    namespace: z.string(),
    serviceaccount: z.looseObject({ name: z.string(), uid: z.string() }),
  }),
});

function writeConfig(mount: Mount, body: Record<string, unknown>): VaultAnswer {
  const host = readText(body, 'kubernetes_host');
  if (!host) {
    throw VaultError.badRequest('no host provided');
  }
  mount.config = {
    kubernetes_host: host,
    kubernetes_ca_cert: readText(body, 'kubernetes_ca_cert') ?? '',
  };
  return NO_CONTENT;
}

function writeRole(
  name: string,
  body: Record<string, unknown>,
  before: KubernetesRole | undefined,
): { role: KubernetesRole; warnings?: string[] } {
  const names =
    readTexts(body, 'bound_service_account_names') ??
    before?.bound_service_account_names ??
    [];
  const namespaces =
    readTexts(body, 'bound_service_account_namespaces') ??
    before?.bound_service_account_namespaces ??
    [];
  if (names.length === 0) {
    throw VaultError.badRequest(
      '"bound_service_account_names" can not be empty',
    );
  }
  if (body.bound_service_account_namespace_selector) {
    throw VaultError.unimplemented(
      "'bound_service_account_namespace_selector'",
    );
  }
  if (namespaces.length === 0) {
    throw VaultError.badRequest(
      '"bound_service_account_namespaces" can not be empty if "bound_service_account_namespace_selector" is not set',
    );
  }
  const audience = readText(body, 'audience') ?? before?.audience ?? '';
  const role = {
    ...readTokenRole(body, before),
    bound_service_account_names: names,
    bound_service_account_namespaces: namespaces,
    audience,
  };
  return audience
    ? { role }
    : {
        role,
        warnings: [
          `Role ${name} does not have an audience configured. While audiences are not required, consider specifying one if your use case would benefit from additional JWT claim verification.`,
        ],
      };
}

function login(mount: Mount, call: AuthCall, publicKey: string): VaultAnswer {
  const { body } = call.request;
  const name = readText(body, 'role');
  const token = readText(body, 'jwt');
  if (!name || !token) {
    throw VaultError.badRequest(`missing ${name ? 'jwt' : 'role'}`);
  }
  const role = Object.hasOwn(mount.roles, name) ? mount.roles[name] : undefined;
  if (!role) {
    throw VaultError.badRequest(`invalid role name "${name}"`);
  }
  if (!mount.config) {
    throw new VaultError(500, 'could not load backend configuration');
  }
  const audiences = role.audience ? [role.audience] : [];
  let claims: JwtClaims;
  try {
    claims = readJwt(token);
    checkClaims(claims, { audiences, timeless: true }, call.now);
  } catch (error) {
    throw new VaultError(403, error instanceof Error ? error.message : '');
  }
  const parsed = accountClaims.safeParse(claims);
  const account = parsed.data?.['kubernetes.io'];
  const { serviceaccount, namespace } = account ?? {};
  const allowed = (patterns: string[], value: string | undefined) =>
    patterns.some(pattern => matchGlob(pattern, value ?? ''));
  if (!allowed(role.bound_service_account_names, serviceaccount?.name)) {
    throw new VaultError(403, 'service account name not authorized');
  }
  if (!allowed(role.bound_service_account_namespaces, namespace)) {
    throw new VaultError(403, 'namespace not authorized');
  }
  try {
    verifyJwt(token, [createPublicKey(publicKey)], { audiences: [] }, call.now);
  } catch {
    throw new VaultError(403, 'permission denied');
  }
  return call.issue({
    role,
    displayName: `kubernetes-${namespace}-${serviceaccount?.name}`,
    meta: {
      role: name,
      service_account_name: serviceaccount?.name ?? '',
      service_account_namespace: namespace ?? '',
      service_account_secret_name: '',
      service_account_uid: serviceaccount?.uid ?? '',
    },
    entityId: serviceaccount?.uid ?? '',
  });
}

/** Kubernetes: tokens of service accounts, which the cluster that is asked has issued. */
export function kubernetesAuth(
  mount: Mount,
  call: AuthCall,
  publicKey: string,
): VaultAnswer {
  const { operation, body } = call.request;
  const writes = operation === 'create' || operation === 'update';
  if (call.path === 'login') {
    return login(mount, call, publicKey);
  }
  if (call.path === 'config') {
    if (writes) {
      return writeConfig(mount, body);
    }
    if (!mount.config) {
      throw VaultError.nothing();
    }
    return { data: { ...mount.config, disable_iss_validation: true } };
  }
  return serveRoles(mount.roles, call, {
    write: writeRole,
    describe: ({ audience, ...role }) => ({
      alias_name_source: 'serviceaccount_uid',
      ...(audience ? { audience } : {}),
      ...role,
      ...describeTokenRole(role),
    }),
  });
}
