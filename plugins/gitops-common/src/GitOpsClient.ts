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

import type { CompoundEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type {
  ApplicationLocation,
  ApplicationSetsQuery,
  DeploymentsRequest,
  EventsRequest,
  FleetQuery,
  FormCheckRequest,
  GitOpsApi,
  GitOpsRequestOptions,
  LogsRequest,
} from './GitOpsApi';
import { DefaultApiClient } from './schema/openapi/generated/apis';
import type { SyncRequest } from './schema/openapi/generated/models';

/**
 * The GitOps backend over HTTP, for the browser and for other backends.
 * @public
 */
export class GitOpsClient implements GitOpsApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  async getEntityApplications(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getEntityApplications({ path: entityRef }));
  }

  async getApplicationHistory(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationHistory(at(location)));
  }

  async getApplicationResources(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationResources(at(location)));
  }

  async getApplicationEvents(
    location: ApplicationLocation,
    request: EventsRequest = {},
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(
      await client.getApplicationEvents({ ...at(location), query: request }),
    );
  }

  async getApplicationDiff(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationDiff(at(location)));
  }

  async getApplicationParameters(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationParameters(at(location)));
  }

  async getApplicationSyncWindows(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationSyncWindows(at(location)));
  }

  async getApplicationLogs(
    location: ApplicationLocation,
    request: LogsRequest,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(
      await client.getApplicationLogs({ ...at(location), query: request }),
    );
  }

  async getApplicationOperations(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getApplicationOperations(at(location)));
  }

  async syncApplication(
    location: ApplicationLocation,
    request: SyncRequest = {},
  ) {
    const client = this.#clientFor();
    return body(
      await client.syncApplication({ ...at(location), body: request }),
    );
  }

  async refreshApplication(
    location: ApplicationLocation,
    request: { hard?: boolean } = {},
  ) {
    const client = this.#clientFor();
    return body(
      await client.refreshApplication({ ...at(location), body: request }),
    );
  }

  async terminateOperation(location: ApplicationLocation) {
    const client = this.#clientFor();
    return body(
      await client.terminateApplicationOperation({ ...at(location), body: {} }),
    );
  }

  async getEntitySecrets(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getEntitySecrets({ path: entityRef }));
  }

  async getEntityRoutes(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getEntityRoutes({ path: entityRef }));
  }

  async getEntityDelivery(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(await client.getEntityDelivery({ path: entityRef }));
  }

  async getEntityDeployments(
    entityRef: CompoundEntityRef,
    request: DeploymentsRequest = {},
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(
      await client.getEntityDeployments({ path: entityRef, query: request }),
    );
  }

  async getOwnerDeployments(
    ownerRef: CompoundEntityRef,
    request: DeploymentsRequest = {},
    options?: GitOpsRequestOptions,
  ) {
    const client = this.#clientFor(options);
    return body(
      await client.getOwnerDeployments({ path: ownerRef, query: request }),
    );
  }

  async getApplications(
    query: FleetQuery = {},
    options?: GitOpsRequestOptions,
  ) {
    return body(await this.#clientFor(options).getApplications({ query }));
  }

  async getApplicationSets(
    query: ApplicationSetsQuery = {},
    options?: GitOpsRequestOptions,
  ) {
    return body(await this.#clientFor(options).getApplicationSets({ query }));
  }

  async checkForm({ check, ...query }: FormCheckRequest) {
    const client = this.#clientFor();
    return body(await client.getFormCheck({ path: { check }, query }));
  }

  async getInstances(options?: GitOpsRequestOptions) {
    return body(await this.#clientFor(options).getInstances({}));
  }

  /** The generated client takes neither a signal nor a header. */
  #clientFor(options: GitOpsRequestOptions = {}): DefaultApiClient {
    const { signal, waitSeconds } = options;
    const fetchWithOptions: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers);
      if (waitSeconds) {
        headers.set('Prefer', `wait=${waitSeconds}`);
      }
      return this.#fetchApi.fetch(input, { ...init, headers, signal });
    };
    return new DefaultApiClient({
      discoveryApi: this.#discoveryApi,
      fetchApi: { fetch: fetchWithOptions },
    });
  }
}

interface DiscoveryApi {
  getBaseUrl(pluginId: string): Promise<string>;
}

interface FetchApi {
  fetch: typeof fetch;
}

function at({ entityRef, ...application }: ApplicationLocation) {
  return { path: { ...entityRef, ...application } };
}

async function body<T>(
  response: Omit<Response, 'json'> & { json: () => Promise<T> },
): Promise<T> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response as Response);
  }
  return response.json();
}
