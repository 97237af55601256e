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
  pathOf,
  systemClock,
  UpstreamClient,
  UpstreamError,
  type CircuitState,
  type Clock,
  type UpstreamCall,
} from '../upstream';
import {
  listSchema,
  nameSchema,
  resourcesSchema,
  revisionSchema,
  sessionSchema,
  versionSchema,
} from './answers';
import type { ArgoApplication, ArgoApplicationKey } from './ArgoApplication';
import type { ArgoCdSession } from './ArgoCdSession';
import { createArgoCdSession } from './createArgoCdSession';
import {
  LIST_FIELDS,
  NAME_FIELDS,
  RESOURCE_FIELDS,
  STREAM_FIELDS,
  VERSION_FIELDS,
} from './applicationFields';
import { applicationSchema } from './parseApplication';
import { parseStreamLine, type ArgoStreamEvent } from './parseStreamLine';
import {
  parseManagedResources,
  parseResourceTree,
  type ArgoManagedResource,
  type ArgoResourceNode,
} from './ResourceTree';

const API = '/api/v1';

/**
 * Author, date and message of a commit, as Argo CD's repository server read them.
 * @public
 */
export interface ArgoRevisionMetadata {
  author?: string;
  date?: string;
  message?: string;
}

/**
 * The names of all Applications that the account may see.
 * @public
 */
export interface ArgoNameList {
  names: { namespace: string; name: string }[];
  /** Moves whenever any Application changes. */
  resourceVersion?: string;
}

/**
 * Reads from one Argo CD server.
 *
 * Every method rejects with an {@link UpstreamError} that names the instance, what happened and the remedy. For
 * a missing Application its `failure` is `not-found`; where the account may not even know, `forbidden`.
 * @public
 */
export class ArgoCdClient {
  readonly name: string;
  readonly #client: UpstreamClient;
  readonly #session: ArgoCdSession;
  readonly #logger: LoggerService;

  /** @throws InputError where `tls.caFile` cannot be used. */
  static create(options: {
    config: ArgoCdInstanceConfig;
    logger: LoggerService;
    clock?: Clock;
  }): ArgoCdClient {
    return new ArgoCdClient(options);
  }

  private constructor(options: {
    config: ArgoCdInstanceConfig;
    logger: LoggerService;
    clock?: Clock;
  }) {
    const { config, logger, clock = systemClock } = options;
    this.name = config.name;
    this.#logger = logger;
    this.#client = UpstreamClient.create({
      system: 'Argo CD',
      instance: config.name,
      url: config.url,
      headers: config.headers,
      caFile: config.tls?.caFile,
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

  /** The server's version, such as `v3.5.7`. */
  async version(signal?: AbortSignal): Promise<string> {
    // Needs no session, and a token that is refused should not hide it.
    const answer = await this.#client.json('/api/version', { signal });
    return this.#read(versionSchema, answer).Version;
  }

  async listNames(signal?: AbortSignal): Promise<ArgoNameList> {
    const { items, resourceVersion } = await this.#list(NAME_FIELDS, {
      signal,
    });
    return {
      names: items.map(item => this.#read(nameSchema, item).metadata),
      resourceVersion,
    };
  }

  /** The cheapest way to notice that something has changed. */
  async listResourceVersion(signal?: AbortSignal): Promise<string | undefined> {
    return (await this.#list(VERSION_FIELDS, { signal })).resourceVersion;
  }

  /** All Applications without history, conditions and messages, which Argo CD's list does not project. */
  async listApplications(signal?: AbortSignal): Promise<{
    applications: ArgoApplication[];
    resourceVersion?: string;
  }> {
    const { items, resourceVersion } = await this.#list(LIST_FIELDS, {
      signal,
    });
    return {
      applications: items.map(item => this.#read(applicationSchema, item)),
      resourceVersion,
    };
  }

  /** One Application with everything that we show of it. */
  async getApplication(
    key: ArgoApplicationKey,
    signal?: AbortSignal,
  ): Promise<ArgoApplication> {
    const answer = await this.#json(`${API}/applications${pathOf(key.name)}`, {
      query: queryOf(key),
      signal,
    });
    return this.#read(applicationSchema, answer);
  }

  /** The resources that came of an Application. */
  async getResourceTree(
    key: ArgoApplicationKey,
    signal?: AbortSignal,
  ): Promise<ArgoResourceNode[]> {
    const answer = await this.#json(
      `${API}/applications${pathOf(key.name, 'resource-tree')}`,
      { query: queryOf(key), signal },
    );
    return parseResourceTree(answer);
  }

  /** The resources that Git defines for an Application, with their sync status, which the tree lacks. */
  async listManagedResources(
    key: ArgoApplicationKey,
    signal?: AbortSignal,
  ): Promise<ArgoManagedResource[]> {
    // A single GET cannot be projected; a list of one can.
    const { items } = await this.#list(RESOURCE_FIELDS, {
      query: {
        name: key.name,
        appNamespace: key.namespace,
        projects: key.project,
      },
      signal,
    });
    const found = items
      .map(item => resourcesSchema.safeParse(item).data)
      .find(item => item?.metadata.name === key.name);
    return parseManagedResources(found?.status?.resources);
  }

  /**
   * Who made a commit. Slow where the repository server has to fetch it, and immutable.
   *
   * @param options - `sourceIndex`: which of several sources the revision is of, from 0.
   */
  async getRevisionMetadata(
    key: ArgoApplicationKey,
    revision: string,
    options: { sourceIndex?: number; signal?: AbortSignal } = {},
  ): Promise<ArgoRevisionMetadata> {
    const { sourceIndex, signal } = options;
    const answer = await this.#json(
      `${API}/applications${pathOf(
        key.name,
        'revisions',
        revision,
        'metadata',
      )}`,
      {
        query: { ...queryOf(key), sourceIndex: sourceIndex?.toString() },
        signal,
      },
    );
    return this.#read(revisionSchema, answer);
  }

  /**
   * Every Application as `ADDED`, then every change, until the server ends the stream. What changed between two
   * streams is not repeated: what has gone meanwhile shows only in {@link ArgoCdClient.listNames}.
   *
   * @param options - `onOpen`: the server has begun to answer, which it puts off until the first event.
   */
  async streamApplications(options: {
    signal: AbortSignal;
    onEvent: (event: ArgoStreamEvent) => void;
    onOpen?: () => void;
  }): Promise<void> {
    const { signal, onEvent, onOpen } = options;
    await this.#withToken(headers =>
      this.#client.stream(`${API}/stream/applications`, {
        query: { fields: STREAM_FIELDS },
        headers,
        signal,
        onOpen,
        onLine: line => {
          const event = parseStreamLine(this.#client.upstream, line);
          if (event) {
            onEvent(event);
          } else {
            this.#logger.debug(
              `Argo CD instance '${this.name}' sent an event that was not understood`,
            );
          }
        },
      }),
    );
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#client.close();
  }

  async #list(
    fields: string,
    call: UpstreamCall,
  ): Promise<{ items: unknown[]; resourceVersion?: string }> {
    const answer = await this.#json(`${API}/applications`, {
      ...call,
      query: { ...call.query, fields },
    });
    const { items, metadata } = this.#read(listSchema, answer);
    return { items: items ?? [], resourceVersion: metadata?.resourceVersion };
  }

  #json(path: string, call: UpstreamCall): Promise<JsonValue> {
    return this.#withToken(headers =>
      this.#client.json(path, { ...call, headers }),
    );
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
    return this.#read(sessionSchema, answer).token;
  }

  #read<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
    const parsed = schema.safeParse(answer);
    if (!parsed.success) {
      throw new UpstreamError({
        ...this.#client.upstream,
        failure: 'malformed',
        what: 'answered something else than Argo CD does',
        remedy: `is ${
          this.#client.upstream.baseUrl
        } an Argo CD server of version 2.8 or newer?`,
      });
    }
    return parsed.data;
  }
}

function queryOf(key: ArgoApplicationKey): Record<string, string> {
  return { appNamespace: key.namespace, project: key.project };
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}
