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
import type { JsonValue } from '@backstage/types';
import type { z } from 'zod';
import type { ArgoCdInstanceConfig } from '../config';
import {
  UpstreamClient,
  UpstreamError,
  type CircuitState,
  type Clock,
  type UpstreamCall,
  type UpstreamStream,
} from '../upstream';
import type { Upstream } from '../upstream/Upstream';
import { sessionSchema } from './answers';
import type { ArgoCdSession } from './ArgoCdSession';
import { createArgoCdSession } from './createArgoCdSession';

/** The root of Argo CD's API. */
export const API = '/api/v1';

/** Calls one Argo CD server with the token of its session, and checks what it answers. */
export class ArgoCdConnection {
  readonly #client: UpstreamClient;
  readonly #session: ArgoCdSession;
  readonly #logger: LoggerService;

  static create(options: {
    config: ArgoCdInstanceConfig;
    logger: LoggerService;
    clock: Clock;
  }): ArgoCdConnection {
    return new ArgoCdConnection(options);
  }

  private constructor(options: {
    config: ArgoCdInstanceConfig;
    logger: LoggerService;
    clock: Clock;
  }) {
    const { config, logger, clock } = options;
    this.#logger = logger;
    this.#client = UpstreamClient.create({
      system: 'Argo CD',
      instance: config.name,
      url: config.url,
      headers: config.headers,
      caFile: config.tls?.caFile,
      proxyUrl: config.proxy?.url,
      timeout: config.timeout,
      clock,
    });
    this.#session = createArgoCdSession({
      auth: config.auth,
      subject: this.#client.upstream.subject,
      login: credentials => this.#login(credentials),
      clock,
    });
  }

  get circuit(): CircuitState {
    return this.#client.circuit;
  }

  get upstream(): Upstream {
    return this.#client.upstream;
  }

  /** How long a call may take, in milliseconds. */
  get timeout(): number {
    return this.#client.timeout;
  }

  /** A call that needs no session, which a token that is refused should not fail. */
  anonymous(path: string, call: UpstreamCall): Promise<JsonValue> {
    return this.#client.json(path, call);
  }

  json(path: string, call: UpstreamCall): Promise<JsonValue> {
    return this.#withToken(headers =>
      this.#client.json(path, { ...call, headers }),
    );
  }

  async get<T extends z.ZodType>(
    schema: T,
    path: string,
    call: UpstreamCall,
  ): Promise<z.output<T>> {
    return this.read(schema, await this.json(path, call));
  }

  stream(path: string, call: UpstreamStream): Promise<void> {
    return this.#withToken(headers =>
      this.#client.stream(path, { ...call, headers }),
    );
  }

  /** Checks an answer, or a part of one. */
  read<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      throw new UpstreamError({
        ...this.upstream,
        failure: 'malformed',
        what: 'answered something else than Argo CD does',
        remedy: `is ${this.upstream.baseUrl} an Argo CD server of version 2.8 or newer?`,
      });
    }
    return parsed.data;
  }

  /** Notes that something was left out because it was not understood. */
  notUnderstood(what: string): void {
    this.#logger.debug(
      `Argo CD instance '${this.upstream.instance}' sent ${what} that was not understood`,
    );
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  /** A session that has ended is renewed once. */
  async #withToken<T>(
    call: (headers: Record<string, string>) => Promise<T>,
  ): Promise<T> {
    const token = await this.#session.token();
    try {
      return await call(bearer(token));
    } catch (error) {
      const refused =
        error instanceof UpstreamError && error.failure === 'unauthorized';
      if (refused && (await this.#session.renew(token))) {
        return call(bearer(await this.#session.token()));
      }
      throw error;
    }
  }

  async #login(credentials: {
    username: string;
    password: string;
  }): Promise<string> {
    const answer = await this.#client.json(`${API}/session`, {
      method: 'POST',
      body: credentials,
    });
    return this.read(sessionSchema, answer).token;
  }
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
