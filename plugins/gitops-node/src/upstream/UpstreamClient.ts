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
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonValue,
} from '@backstage/types';
import type { Dispatcher } from 'undici';
import { chooseProxy } from './chooseProxy';
import { CircuitBreaker, type CircuitState } from './CircuitBreaker';
import { systemClock, type Clock } from './Clock';
import { createDispatcher } from './createDispatcher';
import { describeFailure } from './describeFailure';
import { LineSplitter } from './LineSplitter';
import { timeoutError } from './networkError';
import { checkContentType, parseJson } from './parseJson';
import { readBody } from './readBody';
import { backoff, parseRetryAfter } from './retryDelay';
import { sendRequest } from './sendRequest';
import type { UpstreamRefusalReader } from './statusError';
import type { Upstream } from './Upstream';
import { UpstreamError } from './UpstreamError';

const MAX_BYTES = 50_000_000;
const MAX_LINE_BYTES = 10_000_000;
const MAX_ATTEMPTS = 3;
const MAX_RETRY_AFTER = 10_000;

/**
 * Who and how to call.
 * @public
 */
export interface UpstreamClientOptions {
  /** What kind of system it is, for messages: `Argo CD`. */
  system: string;
  /** The name of the instance in the configuration. */
  instance: string;
  /** Without a trailing slash; a sub-path is kept. */
  url: string;
  /** Sent with every request. */
  headers?: Record<string, string>;
  /** A PEM file of authorities to trust beside the well-known ones. */
  caFile?: string;
  /**
   * The proxy to call it through, with its user and password where it needs them. Default: what `HTTP_PROXY`,
   * `HTTPS_PROXY` and `NO_PROXY` say.
   */
  proxyUrl?: string;
  /** How long a call may take, from asking for a connection to the last byte. */
  timeout: HumanDuration;
  /** The most that is read of an answer, unpacked, in bytes. Default: 50 MB. */
  maxBytes?: number;
  /**
   * Reads what refusals say, where no word of the upstream's may become part of a message. What it finds a code for is the
   * instance's own answer: it is not repeated, and does not count as out of reach.
   */
  codeOf?: UpstreamRefusalReader;
  clock?: Clock;
}

/**
 * One call.
 * @public
 */
export interface UpstreamCall {
  /** Default: `GET`. Only a GET is repeated when it fails, and only a GET follows a redirect. */
  method?: 'GET' | 'POST' | 'DELETE';
  /** What is `undefined` is left out. */
  query?: Record<string, string | undefined>;
  headers?: Record<string, string>;
  body?: JsonValue;
  signal?: AbortSignal;
}

/**
 * A call whose answer goes on and on, a line at a time.
 * @public
 */
export interface UpstreamStream
  extends Pick<UpstreamCall, 'query' | 'headers' | 'signal'> {
  /** The status line has come. A server with nothing to say may keep it back. */
  onOpen?: () => void;
  onLine: (line: string) => void;
  /** The longest line that is accepted, in bytes. Default: 10 MB. */
  maxLineBytes?: number;
}

type Answer<T> = { value: T } | { error: UpstreamError; retryAfter?: number };

/**
 * Calls one instance of an upstream system: connections of its own, kept alive and bounded; a time-out on every
 * call; retries for what may be repeated; a circuit breaker; bounds on what is read.
 *
 * Every method rejects with an {@link UpstreamError}, or with the signal's reason where the caller gave up.
 * @public
 */
export class UpstreamClient {
  /** @internal */
  readonly upstream: Upstream;
  readonly #headers: Record<string, string>;
  /** How long a call may take, in milliseconds. */
  readonly timeout: number;
  readonly #maxBytes: number;
  readonly #codeOf?: UpstreamRefusalReader;
  readonly #clock: Clock;
  readonly #breaker: CircuitBreaker;
  readonly #dispatcher: Dispatcher;

  /** @throws InputError where `caFile` or the environment's proxy cannot be used. */
  static create(options: UpstreamClientOptions): UpstreamClient {
    return new UpstreamClient(options);
  }

  private constructor(options: UpstreamClientOptions) {
    const { system, instance, url, clock = systemClock } = options;
    const subject = `${system} instance '${instance}'`;
    const proxy = chooseProxy({
      subject,
      url,
      proxyUrl: options.proxyUrl,
      environment: process.env,
    });
    this.upstream = { instance, subject, baseUrl: url, proxy: proxy?.label };
    this.#headers = options.headers ?? {};
    this.timeout = durationToMilliseconds(options.timeout);
    this.#maxBytes = options.maxBytes ?? MAX_BYTES;
    this.#codeOf = options.codeOf;
    this.#clock = clock;
    this.#breaker = new CircuitBreaker({ now: clock.now });
    this.#dispatcher = createDispatcher({
      subject,
      caFile: options.caFile,
      proxy,
      connectTimeout: this.timeout,
    });
  }

  get circuit(): CircuitState {
    return this.#breaker.state;
  }

  /** The JSON that a path answers; the path is encoded already (`pathOf`) and begins with a slash. */
  json(path: string, call: UpstreamCall = {}): Promise<JsonValue> {
    return this.read(path, call, text => parseJson(this.upstream, text));
  }

  /**
   * The same, for who wants the headers, or not to parse what was parsed before.
   *
   * @param parse - makes something of the text; what it throws counts as a failure of the instance
   */
  async read<T>(
    path: string,
    call: UpstreamCall,
    parse: (text: string, headers: IncomingHttpHeaders) => T,
  ): Promise<T> {
    for (let attempt = 1, last: UpstreamError | undefined; ; attempt++) {
      call.signal?.throwIfAborted();
      if (!this.#breaker.enter()) {
        throw last ?? this.#circuitOpen();
      }
      const answer = await this.#attempt(path, call, parse);
      if ('value' in answer) {
        return answer.value;
      }
      last = answer.error;
      const pause = answer.retryAfter ?? backoff(attempt, this.#clock.random);
      if (
        !last.retryable ||
        (call.method ?? 'GET') !== 'GET' ||
        attempt >= MAX_ATTEMPTS ||
        pause > MAX_RETRY_AFTER
      ) {
        throw last;
      }
      await this.#clock.sleep(pause, call.signal);
    }
  }

  /**
   * Reads an endless answer. Resolves when the server ends it.
   *
   * No time-out applies to headers or to silence: what listens must notice by other means that the stream is dead.
   */
  async stream(path: string, options: UpstreamStream): Promise<void> {
    const { query, signal, onOpen, onLine } = options;
    // Not a probe: how long a stream is silent says nothing about the instance.
    if (this.#breaker.state === 'open') {
      throw this.#circuitOpen();
    }
    const lines = new LineSplitter(options.maxLineBytes ?? MAX_LINE_BYTES);
    try {
      const response = await sendRequest(this.upstream, {
        dispatcher: this.#dispatcher,
        method: 'GET',
        path,
        query,
        signal,
        // Packing could hold single events back.
        headers: { ...this.#headers, ...options.headers },
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      checkContentType(this.upstream, response);
      this.#breaker.succeeded();
      onOpen?.();
      for await (const chunk of response.body) {
        lines.push(chunk).forEach(onLine);
      }
      lines.flush().forEach(onLine);
    } catch (error) {
      signal?.throwIfAborted();
      throw describeFailure(this.upstream, error);
    }
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#dispatcher.destroy();
  }

  async #attempt<T>(
    path: string,
    call: UpstreamCall,
    parse: (text: string, headers: IncomingHttpHeaders) => T,
  ): Promise<Answer<T>> {
    const { method = 'GET', query, body } = call;
    const tooLong = AbortSignal.timeout(this.timeout);
    const signal = call.signal
      ? AbortSignal.any([call.signal, tooLong])
      : tooLong;
    let retryAfter: number | undefined;
    try {
      const response = await sendRequest(this.upstream, {
        dispatcher: this.#dispatcher,
        method,
        path,
        query,
        body,
        signal,
        headers: {
          'accept-encoding': 'gzip',
          ...this.#headers,
          ...call.headers,
        },
        codeOf: this.#codeOf,
        onFailure: headers => {
          retryAfter = parseRetryAfter(
            headers['retry-after'],
            this.#clock.now(),
          );
        },
      });
      checkContentType(this.upstream, response);
      const text = await readBody(this.upstream, response, {
        maxBytes: this.#maxBytes,
        signal,
      });
      const value = parse(text, response.headers);
      this.#breaker.succeeded();
      return { value };
    } catch (error) {
      if (call.signal?.aborted) {
        this.#breaker.abandoned();
        throw call.signal.reason;
      }
      const described = tooLong.aborted
        ? timeoutError(this.upstream, { milliseconds: this.timeout })
        : describeFailure(this.upstream, error);
      this.#note(described);
      return { error: described, retryAfter };
    }
  }

  /** Whatever the instance itself answers, even a refusal, shows that it is there. */
  #note({ failure, status, code }: UpstreamError): void {
    const unreachable =
      ['timeout', 'dns', 'tls', 'connection'].includes(failure) ||
      (typeof code !== 'string' && [502, 503, 504].includes(status ?? 0));
    if (unreachable) {
      this.#breaker.failed();
    } else {
      this.#breaker.succeeded();
    }
  }

  #circuitOpen(): UpstreamError {
    const seconds = Math.ceil(this.#breaker.remaining / 1000);
    return new UpstreamError({
      ...this.upstream,
      failure: 'circuit-open',
      what: 'is not called for now, because it failed several times in a row',
      remedy: `the next attempt is made in ${seconds} s`,
    });
  }
}
