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

import { createHash } from 'node:crypto';
import { appRoleAuth, jwtAuth, kubernetesAuth, ServiceAccounts } from './auth';
import type { AuthCall, Login } from './auth';
import { timestamp } from './timestamp';
import { type VaultAnswer, VaultError, type VaultRequest } from './http';
import { kvVersion1, kvVersion2 } from './kv';
import { isNewSecret, locate, mountOf } from './locate';
import { Acl, parsePolicy } from './policies';
import type { AuthMount, SecretMount, VaultState } from './state';
import { statusPaths, sysPaths, uiMountPaths } from './sys';
import { type Token, tokenPaths, TokenStore } from './tokens';
import { unseal } from './unseal';
import type { TokenCall, VaultCall } from './VaultCall';

/** An answer, and the type of the mount that gave it. */
export interface ServedAnswer {
  answer: VaultAnswer;
  mountType: string;
}

const LOGIN = /^auth\/(.+\/)login$/;
const SUDO = /^sys\/(seal|auth\/.+)$/;

/** Answers calls as Vault 1.21 does, over the state that it is given. */
export class Vault {
  readonly state: VaultState;
  readonly tokens: TokenStore;
  readonly serviceAccounts: ServiceAccounts;
  readonly #now: () => Date;

  constructor(state: VaultState, now: () => Date) {
    const { value } = state;
    this.state = state;
    this.tokens = new TokenStore(value.tokens, now);
    this.serviceAccounts = new ServiceAccounts({
      key: value.serviceAccountKey,
      uids: value.serviceAccounts,
      now,
    });
    this.#now = now;
  }

  /** Throws `VaultError` for every answer that has errors. */
  async handle(
    request: VaultRequest,
    caller: { token?: string; namespace: string },
  ): Promise<ServedAnswer> {
    const state = this.state.value;
    const open =
      statusPaths(state, request, this.#now()) ?? unseal(state, request);
    if (open) {
      this.state.touch();
      return { answer: open, mountType: '' };
    }
    if (state.sealed) {
      throw new VaultError(503, 'Vault is sealed');
    }
    if (state.standby) {
      throw new VaultError(503, 'no active Vault instance found');
    }
    const call = {
      ...locate(state.namespaces, request, caller.namespace),
      now: this.#now(),
    };
    const served = await this.#serve(call, caller.token);
    if (request.operation !== 'read' && request.operation !== 'list') {
      this.state.touch();
    }
    return served;
  }

  async #serve(call: VaultCall, id: string | undefined): Promise<ServedAnswer> {
    const { path } = call.request;
    const uiMounts = /^sys\/internal\/ui\/mounts(?:\/(.*))?$/.exec(path);
    if (uiMounts) {
      const known = id !== undefined && this.tokens.has(id);
      const acl = known ? this.#aclOf(this.tokens.require(id)) : undefined;
      const answer = uiMountPaths(call, uiMounts[1] ?? '', acl);
      return { answer, mountType: '' };
    }
    const login = LOGIN.exec(path);
    if (login && login[1] !== 'token/') {
      const mount = mountOf(call.namespace.auths, login[1]);
      if (!mount) {
        throw VaultError.noToken();
      }
      const answer = await this.#auth(mount[1], mount[0], call);
      return { answer, mountType: '' };
    }
    if (!id) {
      throw VaultError.noToken();
    }
    const token = this.tokens.require(id);
    return this.#route(
      this.#authorize({ ...call, token, acl: this.#aclOf(token) }),
    );
  }

  #aclOf({ namespace, policies }: Token): Acl {
    const known = this.state.value.namespaces[namespace]?.policies ?? {};
    const rules = policies
      .flatMap(name => (Object.hasOwn(known, name) ? [known[name]] : []))
      .flatMap(parsePolicy)
      .map(rule => ({ ...rule, path: `${namespace}${rule.path}` }));
    return new Acl(rules, {
      root: policies.includes('root') && namespace === '',
    });
  }

  /** Checks what the policies say; a write becomes `create` where nothing is there yet. */
  #authorize(call: TokenCall): TokenCall {
    const { request, namespacePath, acl } = call;
    const operation =
      request.operation === 'update' && isNewSecret(call)
        ? 'create'
        : request.operation;
    const path = `${namespacePath}${request.path}`;
    const needsSudo = SUDO.test(request.path);
    if (
      !acl.allows(operation, path) ||
      (needsSudo && !acl.allows('sudo', path))
    ) {
      throw VaultError.denied();
    }
    return { ...call, request: { ...request, operation } };
  }

  async #route(call: TokenCall): Promise<ServedAnswer> {
    const { request, namespace } = call;
    const { path } = request;
    if (/^sys(\/|$)/.test(path)) {
      const answer = sysPaths(this.state.value, this.tokens, call);
      return { answer, mountType: 'system' };
    }
    if (path.startsWith('auth/token/')) {
      return { answer: tokenPaths(this.tokens, call), mountType: 'token' };
    }
    if (path.startsWith('auth/')) {
      const auth = mountOf(namespace.auths, path.slice('auth/'.length));
      if (auth) {
        const answer = await this.#auth(auth[1], auth[0], call);
        return { answer, mountType: auth[1].type };
      }
    }
    if (/^(cubbyhole|identity)\//.test(path)) {
      throw VaultError.unimplemented(path);
    }
    const mount = mountOf(namespace.mounts, path);
    if (!mount) {
      throw new VaultError(
        404,
        `no handler for route "${path}". route entry not found.`,
      );
    }
    return { answer: this.#secrets(mount[1], mount[0], call), mountType: 'kv' };
  }

  #secrets(mount: SecretMount, at: string, call: TokenCall): VaultAnswer {
    const { request, token, now } = call;
    const path = request.path.slice(at.length);
    if (mount.version === 1) {
      return kvVersion1(mount.secrets, request, path);
    }
    const clientId = createHash('sha256')
      .update(token.entityId || token.accessor)
      .digest('base64');
    return kvVersion2(
      { mount, request, now, at: timestamp(now), clientId },
      path,
    );
  }

  async #auth(
    mount: AuthMount,
    at: string,
    { request, namespacePath, now }: VaultCall,
  ): Promise<VaultAnswer> {
    const call: AuthCall = {
      request,
      path: request.path.slice(`auth/${at}`.length),
      now,
      issue: login => this.#issue(login, namespacePath, `auth/${at}login`),
    };
    switch (mount.type) {
      case 'approle':
        return appRoleAuth(mount, call);
      case 'jwt':
        return jwtAuth(mount, call);
      default:
        return kubernetesAuth(mount, call, this.serviceAccounts.publicKey);
    }
  }

  #issue(login: Login, namespace: string, path: string): VaultAnswer {
    const { role, displayName, meta, entityId } = login;
    const token = this.tokens.create({
      namespace,
      policies: role.token_no_default_policy
        ? role.token_policies
        : [...role.token_policies, 'default'],
      path,
      displayName,
      meta,
      ttl: role.token_ttl,
      maxTtl: role.token_max_ttl,
      explicitMaxTtl: role.token_explicit_max_ttl,
      period: role.token_period,
      entityId,
    });
    return { auth: this.tokens.describeAuth(token) };
  }
}
