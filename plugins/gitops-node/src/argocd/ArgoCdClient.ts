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
import type { ArgoCdInstanceConfig } from '../config';
import { systemClock, type CircuitState, type Clock } from '../upstream';
import { versionSchema } from './answers';
import * as applications from './applications';
import { applicationSetsSchema } from './ApplicationSets';
import type { ArgoApplicationKey } from './ArgoApplication';
import { API, ArgoCdConnection } from './ArgoCdConnection';
import { clustersSchema } from './Clusters';
import * as details from './details';
import * as operations from './operations';
import type { ArgoStreamEvent } from './parseStreamLine';
import { readPodLogs, type ArgoLogRequest } from './readPodLogs';
import * as revisions from './revisions';
import { getSyncWindows } from './SyncWindows';

/**
 * Reads from one Argo CD server, and begins operations, which change nothing but the cluster.
 *
 * Every method rejects with an {@link UpstreamError} that names the instance, what happened and the remedy. For
 * a missing Application its `failure` is `not-found`; where the account may not even know, `forbidden`.
 * @public
 */
export class ArgoCdClient {
  readonly name: string;
  readonly #connection: ArgoCdConnection;

  /** @throws InputError where `tls.caFile` or the environment's proxy cannot be used. */
  static create(options: {
    config: ArgoCdInstanceConfig;
    logger: LoggerService;
    clock?: Clock;
  }): ArgoCdClient {
    const { config, logger, clock = systemClock } = options;
    return new ArgoCdClient(
      config.name,
      ArgoCdConnection.create({ config, logger, clock }),
    );
  }

  private constructor(name: string, connection: ArgoCdConnection) {
    this.name = name;
    this.#connection = connection;
  }

  get circuit(): CircuitState {
    return this.#connection.circuit;
  }

  /** The server's version, such as `v3.5.7`. */
  async version(signal?: AbortSignal): Promise<string> {
    const answer = await this.#connection.anonymous('/api/version', { signal });
    return this.#connection.read(versionSchema, answer).Version;
  }

  listNames(signal?: AbortSignal) {
    return applications.listNames(this.#connection, signal);
  }

  /** The cheapest way to notice that something has changed. */
  listResourceVersion(signal?: AbortSignal) {
    return applications.listResourceVersion(this.#connection, signal);
  }

  /** All Applications without history, conditions, owners and messages, which Argo CD's list does not project. */
  listApplications(signal?: AbortSignal) {
    return applications.listApplications(this.#connection, signal);
  }

  /**
   * Every Application as `ADDED`, then every change, until the server ends the stream. What changed between two
   * streams is not repeated: what has gone meanwhile shows only in {@link ArgoCdClient.listNames}.
   *
   * @param options - `onOpen`: the server has begun to answer, which it puts off until the first event.
   */
  streamApplications(options: {
    signal: AbortSignal;
    onEvent: (event: ArgoStreamEvent) => void;
    onOpen?: () => void;
  }) {
    return applications.streamApplications(this.#connection, options);
  }

  /** All ApplicationSets that the account may see. */
  listApplicationSets(signal?: AbortSignal) {
    return this.#connection.get(
      applicationSetsSchema,
      `${API}/applicationsets`,
      { signal },
    );
  }

  /** All clusters that the account may see. */
  listClusters(signal?: AbortSignal) {
    return this.#connection.get(clustersSchema, `${API}/clusters`, { signal });
  }

  /** One Application with everything that we show of it. */
  getApplication(key: ArgoApplicationKey, signal?: AbortSignal) {
    return details.getApplication(this.#connection, key, signal);
  }

  /** The Application's sources with their values and parameters, and its sync policy. */
  getSources(key: ArgoApplicationKey, signal?: AbortSignal) {
    return details.getSources(this.#connection, key, signal);
  }

  /** The resources that came of an Application. */
  getResourceTree(key: ArgoApplicationKey, signal?: AbortSignal) {
    return details.getResourceTree(this.#connection, key, signal);
  }

  /** The resources that Git defines for an Application, with their sync status, which the tree lacks. */
  listManagedResources(key: ArgoApplicationKey, signal?: AbortSignal) {
    return applications.listManagedResources(this.#connection, key, signal);
  }

  /** Every such resource as Git wants it and as the cluster has it. None where Argo CD cannot compare. */
  listResourceStates(key: ArgoApplicationKey, signal?: AbortSignal) {
    return details.listResourceStates(this.#connection, key, signal);
  }

  /** A resource as the cluster has it. Argo CD has replaced the values of a Secret; nothing else is masked. */
  getResource(
    key: ArgoApplicationKey,
    resource: operations.ArgoResourceRef & { version: string },
    signal?: AbortSignal,
  ) {
    return details.getResource(this.#connection, key, { resource, signal });
  }

  /**
   * Events of the Application itself, or of one of its resources: newest first, at most 200. A resource that is
   * not the Application's is `rejected`.
   */
  listEvents(
    key: ArgoApplicationKey,
    resource?: details.ArgoEventObject,
    signal?: AbortSignal,
  ) {
    return details.listEvents(this.#connection, key, { resource, signal });
  }

  /** The log of a pod, oldest line first. Of what is longer than 2 MB, the end. */
  readLogs(
    key: ArgoApplicationKey,
    request: ArgoLogRequest,
    signal?: AbortSignal,
  ) {
    return readPodLogs(this.#connection, key, { request, signal });
  }

  /** When the Application may be synced. */
  getSyncWindows(key: ArgoApplicationKey, signal?: AbortSignal) {
    return getSyncWindows(this.#connection, key, signal);
  }

  /** Who made a commit. Slow where the repository server has to fetch it, and immutable. Fails for charts and OCI. */
  getRevisionMetadata(
    key: ArgoApplicationKey,
    revision: string,
    options?: revisions.ArgoRevisionOptions,
  ) {
    const query = { revision, ...options };
    return revisions.getRevisionMetadata(this.#connection, key, query);
  }

  /** What a version of a Helm chart says of itself, for a source with a `chart`. */
  getChartDetails(
    key: ArgoApplicationKey,
    revision: string,
    options?: revisions.ArgoRevisionOptions,
  ) {
    const query = { revision, ...options };
    return revisions.getChartDetails(this.#connection, key, query);
  }

  /** What an OCI image says of itself, for a source at `oci://`. Argo CD 3.1 and newer. */
  getOciMetadata(
    key: ArgoApplicationKey,
    revision: string,
    options?: revisions.ArgoRevisionOptions,
  ) {
    const query = { revision, ...options };
    return revisions.getOciMetadata(this.#connection, key, query);
  }

  /** The latest operation; `undefined` where there never was one. */
  getOperation(key: ArgoApplicationKey, signal?: AbortSignal) {
    return details.getOperation(this.#connection, key, signal);
  }

  /** Has Argo CD compare the Application again, without its cache where `hard`, and waits until it has. */
  refresh(
    key: ArgoApplicationKey,
    mode: 'normal' | 'hard',
    signal?: AbortSignal,
  ) {
    return operations.refresh(this.#connection, key, { mode, signal });
  }

  /**
   * Begins a sync to what Git says. Never repeated: where the answer is lost, the error is `uncertain`.
   *
   * @throws InputError for an empty list of resources.
   */
  sync(
    key: ArgoApplicationKey,
    request: operations.ArgoSyncRequest,
    signal?: AbortSignal,
  ) {
    return operations.sync(this.#connection, key, { request, signal });
  }

  /** Ends the operation that runs; `rejected` where none does. Never repeated, as with a sync. */
  terminate(key: ArgoApplicationKey, signal?: AbortSignal) {
    return operations.terminate(this.#connection, key, signal);
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    await this.#connection.close();
  }
}
