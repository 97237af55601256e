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
  FormCheckRequest,
  GitOpsApi,
} from './GitOpsApi';
import { DefaultApiClient } from './schema/openapi/generated/apis';

/**
 * The GitOps backend over HTTP, for the browser and for other backends.
 * @public
 */
export class GitOpsClient implements GitOpsApi {
  readonly #client: DefaultApiClient;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi: { fetch: typeof fetch };
  }) {
    this.#client = new DefaultApiClient(options);
  }

  async getEntityApplications(entityRef: CompoundEntityRef) {
    return body(await this.#client.getEntityApplications({ path: entityRef }));
  }

  async getApplicationHistory(location: ApplicationLocation) {
    return body(
      await this.#client.getApplicationHistory({ path: pathOf(location) }),
    );
  }

  async getApplicationResources(location: ApplicationLocation) {
    return body(
      await this.#client.getApplicationResources({ path: pathOf(location) }),
    );
  }

  async checkForm({ check, ...query }: FormCheckRequest) {
    return body(await this.#client.getFormCheck({ path: { check }, query }));
  }

  async getInstances() {
    return body(await this.#client.getInstances({}));
  }
}

function pathOf({ entityRef, ...application }: ApplicationLocation) {
  return { ...entityRef, ...application };
}

async function body<T>(
  response: Omit<Response, 'json'> & { json: () => Promise<T> },
): Promise<T> {
  if (!response.ok) {
    throw await ResponseError.fromResponse(response as Response);
  }
  return response.json();
}
