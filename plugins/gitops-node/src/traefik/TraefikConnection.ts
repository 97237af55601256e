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

import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import type { TraefikInstanceConfig } from '../config';
import {
  UpstreamClient,
  UpstreamError,
  type CircuitState,
  type Clock,
} from '../upstream';
import { parseJson } from '../upstream/parseJson';

/** Far above what a page of a thousand takes. */
const MAX_BYTES = 20_000_000;

/** Calls one replica of a Traefik, and repeats nothing of what it says of a failure. */
export class TraefikConnection {
  readonly #client: UpstreamClient;
  readonly #headers: Record<string, string>;
  readonly #basePath: string;

  static create(options: {
    config: TraefikInstanceConfig;
    url: string;
    clock: Clock;
  }): TraefikConnection {
    return new TraefikConnection(options);
  }

  private constructor(options: {
    config: TraefikInstanceConfig;
    url: string;
    clock: Clock;
  }) {
    const { config, url, clock } = options;
    this.#basePath = config.basePath;
    this.#headers = config.auth ? basicAuth(config.auth) : {};
    this.#client = UpstreamClient.create({
      system: 'Traefik',
      instance: config.name,
      url,
      headers: config.headers,
      caFile: config.tls?.caFile,
      proxyUrl: config.proxy?.url,
      timeout: config.timeout,
      maxBytes: MAX_BYTES,
      clock,
    });
  }

  get circuit(): CircuitState {
    return this.#client.circuit;
  }

  /** One object. */
  async get<T extends z.ZodType>(
    schema: T,
    path: string,
    signal?: AbortSignal,
  ): Promise<z.output<T>> {
    const answer = await this.read(path, { signal }, text => this.parse(text));
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      throw this.notTraefik();
    }
    return parsed.data;
  }

  close(): Promise<void> {
    return this.#client.close();
  }

  /** Whatever `parse` makes of the answer to a path below `/api`. */
  async read<T>(
    path: string,
    call: { query?: Record<string, string>; signal?: AbortSignal },
    parse: (text: string, headers: IncomingHttpHeaders) => T,
  ): Promise<T> {
    try {
      return await this.#client.read(
        `${this.#basePath}/api${path}`,
        { ...call, headers: this.#headers },
        parse,
      );
    } catch (error) {
      throw withoutItsWords(error, this.#client);
    }
  }

  /** JSON, or an error that says that it is none. */
  parse(text: string): unknown {
    return parseJson(this.#client.upstream, text);
  }

  tooMuch(path: string): UpstreamError {
    return new UpstreamError({
      ...this.#client.upstream,
      failure: 'too-large',
      what: `has more in its list ${path} than is read`,
      remedy: 'is its API, or a proxy in front, paging in a circle?',
    });
  }

  notTraefik(): UpstreamError {
    const { upstream } = this.#client;
    return new UpstreamError({
      ...upstream,
      failure: 'malformed',
      what: 'answered something else than Traefik does',
      remedy: `is ${upstream.baseUrl}${
        this.#basePath
      }/api the API of Traefik 3.0 or newer?`,
    });
  }
}

function basicAuth(auth: {
  username: string;
  password: string;
}): Record<string, string> {
  const text = `${auth.username}:${auth.password}`;
  return {
    authorization: `Basic ${Buffer.from(text, 'utf8').toString('base64')}`,
  };
}

/** What a server says of a failure may quote its configuration, which carries credentials. */
function withoutItsWords(error: unknown, client: UpstreamClient): unknown {
  if (!(error instanceof UpstreamError) || error.status === undefined) {
    return error;
  }
  const { failure, status, retryable, remedy } = error;
  return new UpstreamError({
    ...client.upstream,
    failure,
    status,
    retryable,
    remedy,
    what: `answered ${status}`,
  });
}
