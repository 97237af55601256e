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
import type {
  ApplicationHistory,
  ApplicationResources,
  EntityApplications,
  FormCheck,
  Instances,
} from './schema/openapi/generated/models';

/**
 * Which check of the wizard, and what was typed. See `GET /v1/forms/{check}` in the OpenAPI document.
 * @public
 */
export type FormCheckRequest = {
  check: 'name' | 'host' | 'environments' | 'files';
  /** What was typed; for `files`, the form's values as JSON. */
  value?: string;
  /** The service that asks, so that what is already its own is not refused. */
  service?: string;
  /** Entity reference of the owner that the form names. */
  owner?: string;
  /** URL of the service's repository, as the template would create it. */
  repository?: string;
};

/**
 * An Application's place among an entity's claims: (instance, namespace, name) is its identity.
 * @public
 */
export type ApplicationLocation = {
  entityRef: CompoundEntityRef;
  instance: string;
  appNamespace: string;
  app: string;
};

/**
 * What the GitOps backend answers.
 *
 * Every method rejects with Backstage's `ResponseError` where the backend refuses or fails. A failing
 * upstream is data: see `instances` in the answers.
 * @public
 */
export interface GitOpsApi {
  getEntityApplications(
    entityRef: CompoundEntityRef,
  ): Promise<EntityApplications>;
  getApplicationHistory(
    location: ApplicationLocation,
  ): Promise<ApplicationHistory>;
  getApplicationResources(
    location: ApplicationLocation,
  ): Promise<ApplicationResources>;
  checkForm(request: FormCheckRequest): Promise<FormCheck>;
  getInstances(): Promise<Instances>;
}
