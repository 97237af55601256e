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
import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import type { VaultServerConfig } from '../config';
import {
  pathOf,
  UpstreamClient,
  UpstreamError,
  type CircuitState,
  type Clock,
  type UpstreamCall,
} from '../upstream';
import type { Upstream } from '../upstream/Upstream';
import { createVaultAuthStrategy } from './auth/createVaultAuthStrategy';
import type { VaultAuthMethod, VaultLogin } from './auth/VaultAuthMethod';
import { vaultRefusalOf } from './vaultRefusal';
import { VaultSession } from './VaultSession';

const API = '/v1';
/** Far above what the longest list of names takes. */
const MAX_BYTES = 10_000_000;

const authSchema = z
  .object({
    auth: z.object({
      client_token: z.string().min(1),
      lease_duration: z.number(),
      renewable: z.boolean(),
    }),
  })
  .transform(({ auth }) => ({
    token: auth.client_token,
    // Zero is a root token's: for ever.
    leaseSeconds: auth.lease_duration || undefined,
    renewable: auth.renewable,
  }));

const lookUpSchema = z.object({
  data: z.object({
    ttl: z.number(),
    expire_time: z.string().nullish(),
    renewable: z.boolean().optional(),
  }),
});

/** One call, in a namespace below the server's. */
export interface VaultCall {
  namespace?: string;
  query?: UpstreamCall['query'];
}

/** Calls one Vault server with the token of its session, and checks what it answers. */
export class VaultConnection {
  readonly #config: VaultServerConfig;
  readonly #client: UpstreamClient;
  readonly #session: VaultSession;

  static create(options: {
    config: VaultServerConfig;
    methods: VaultAuthMethod[];
    logger: LoggerService;
    clock: Clock;
  }): VaultConnection {
    return new VaultConnection(options);
  }

  private constructor(options: {
    config: VaultServerConfig;
    methods: VaultAuthMethod[];
    logger: LoggerService;
    clock: Clock;
  }) {
    const { config, methods, logger, clock } = options;
    this.#config = config;
    this.#client = UpstreamClient.create({
      system: 'Vault',
      instance: config.name,
      url: config.url,
      headers: config.headers,
      caFile: config.tls?.caFile,
      proxyUrl: config.proxy?.url,
      timeout: config.timeout,
      maxBytes: MAX_BYTES,
      codeOf: vaultRefusalOf,
      clock,
    });
    this.#session = VaultSession.create({
      strategy: createVaultAuthStrategy({ auth: config.auth, methods }),
      api: {
        login: (path, body) => this.#login(path, body),
        lookUp: token => this.#lookUp(token),
        renew: token => this.#renew(token),
      },
      logger,
      clock,
    });
  }

  get circuit(): CircuitState {
    return this.#client.circuit;
  }

  get upstream(): Upstream {
    return this.#client.upstream;
  }

  /** A call that needs no token, and that knows no namespaces. */
  anonymous(path: string, call: Pick<VaultCall, 'query'>): Promise<JsonValue> {
    return this.#client.json(`${API}${path}`, call);
  }

  /** The answer of a path, which is encoded already. A token that is refused is replaced once. */
  async get(path: string, call: VaultCall = {}): Promise<JsonValue> {
    const token = await this.#session.token();
    const ask = (with_: string) =>
      this.#client.json(`${API}${path}`, {
        query: call.query,
        headers: this.#headers({ token: with_, below: call.namespace }),
      });
    try {
      return await ask(token);
    } catch (error) {
      const refused =
        error instanceof UpstreamError && error.code === 'invalid-token';
      if (refused && (await this.#session.replace(token))) {
        return ask(await this.#session.token());
      }
      throw error;
    }
  }

  /** Sees to it that the token does not run out while nobody asks for anything. */
  async keepSession(): Promise<void> {
    await this.#session.token();
  }

  /** Checks an answer, or a part of one. */
  read<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      throw new UpstreamError({
        ...this.upstream,
        failure: 'malformed',
        what: 'answered something else than Vault does',
        remedy: `is ${this.upstream.baseUrl} the address of a Vault server?`,
      });
    }
    return parsed.data;
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #headers(options: { token?: string; below?: string }) {
    const namespace = [this.#config.namespace, options.below]
      .filter(part => part !== undefined)
      .join('/');
    return {
      // Vault Agents and proxies want to see that no browser was tricked into the call.
      'x-vault-request': 'true',
      ...(options.token && { 'x-vault-token': options.token }),
      ...(namespace && { 'x-vault-namespace': namespace }),
    };
  }

  async #login(path: string, body: JsonObject): Promise<VaultLogin> {
    try {
      const answer = await this.#client.json(
        `${API}/auth${pathOf(...path.split('/'))}`,
        { method: 'POST', body, headers: this.#headers({}) },
      );
      return this.read(authSchema, answer);
    } catch (error) {
      throw this.#loginError(error);
    }
  }

  async #renew(token: string): Promise<VaultLogin> {
    const answer = await this.#client.json(`${API}/auth/token/renew-self`, {
      method: 'POST',
      body: {},
      headers: this.#headers({ token }),
    });
    return this.read(authSchema, answer);
  }

  async #lookUp(token: string): Promise<VaultLogin> {
    try {
      const answer = await this.#client.json(`${API}/auth/token/lookup-self`, {
        headers: this.#headers({ token }),
      });
      const { data } = this.read(lookUpSchema, answer);
      const endless = !data.expire_time && data.ttl === 0;
      return {
        token,
        // In whole seconds, a token's last one is zero.
        leaseSeconds: endless ? undefined : Math.max(1, data.ttl),
        renewable: data.renewable ?? false,
      };
    } catch (error) {
      if (error instanceof UpstreamError && error.code === 'denied') {
        // A token without the policy `default` may not ask; nor may it renew itself.
        return { token, renewable: false };
      }
      throw this.#loginError(error);
    }
  }

  /** What Vault itself refuses is the fault of the configuration, on either side. */
  #loginError(error: unknown): unknown {
    const refused =
      error instanceof UpstreamError &&
      ['denied', 'invalid-token', 'no-mount', 'nothing', 'refused'].includes(
        String(error.code),
      );
    if (!refused) {
      return error;
    }
    const { method, key } = this.#config.auth;
    return new UpstreamError({
      ...this.upstream,
      failure: 'unauthorized',
      status: error.status,
      code: 'login',
      what: `refuses the backend's login by ${method} with ${error.status}`,
      remedy: `compare ${key} with the role, path and policies in Vault; its audit log has the reason`,
    });
  }
}
