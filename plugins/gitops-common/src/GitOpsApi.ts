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
  ApplicationDiff,
  ApplicationEvents,
  ApplicationHistory,
  ApplicationLogs,
  ApplicationOperations,
  ApplicationParameters,
  ApplicationResources,
  ApplicationSyncWindows,
  Deployments,
  EntityApplications,
  EntityDelivery,
  EntityRoutes,
  EntitySecrets,
  FleetApplications,
  FleetApplicationSets,
  FormCheck,
  Instances,
  OperationAccepted,
  SyncRequest,
} from './schema/openapi/generated/models';

/**
 * Which check of the wizard, and what was typed. See `GET /v1/forms/{check}` in the OpenAPI document.
 * @public
 */
export type FormCheckRequest = {
  check: 'name' | 'host' | 'environments' | 'files' | 'promotion' | 'rollback';
  /** What was typed; for `files`, the form's values as JSON. */
  value?: string;
  /** The service that asks, so that what is already its own is not refused. */
  service?: string;
  /** Entity reference of the owner that the form names. */
  owner?: string;
  /** URL of the service's repository, as the template would create it. */
  repository?: string;
  /** For `promotion` and `rollback`, the environment that would change. */
  environment?: string;
  /** For `promotion`, the environment whose version it would get; the previous one by default. */
  from?: string;
  /** For `rollback`, the id of the deployment to go back to; the last good one by default. */
  deployment?: string;
};

/**
 * Which time, ISO 8601: the last 90 days by default, at most 400 days.
 * @public
 */
export type DeploymentsRequest = {
  from?: string;
  to?: string;
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
 * One resource of an Application, as its resource tree names it.
 * @public
 */
export type EventsRequest = {
  uid?: string;
  resourceNamespace?: string;
  resourceName?: string;
};

/**
 * Whose log, and how much of it.
 * @public
 */
export type LogsRequest = {
  pod: string;
  podNamespace: string;
  /** The first one by default. */
  container?: string;
  /** How many lines from the end, at most 1,000; 200 by default. */
  tailLines?: number;
  /** The container that ran before its last restart. */
  previous?: boolean;
};

/**
 * Which page of the fleet. Values of one filter are separated by commas.
 * @public
 */
export type FleetQuery = {
  instance?: string;
  project?: string;
  environment?: string;
  health?: string;
  sync?: string;
  /** Entity references, or `none` for what no entity claims. */
  owner?: string;
  search?: string;
  sort?:
    | 'name'
    | 'health'
    | 'sync'
    | 'instance'
    | 'project'
    | 'environment'
    | 'owner'
    | 'since';
  order?: 'asc' | 'desc';
  cursor?: string;
  /** Rows of a page, at most 500; 100 by default. */
  limit?: number;
};

/**
 * Which page of the ApplicationSets.
 * @public
 */
export type ApplicationSetsQuery = Pick<
  FleetQuery,
  'instance' | 'project' | 'search' | 'cursor' | 'limit'
>;

/**
 * How to ask.
 * @public
 */
export type GitOpsRequestOptions = {
  signal?: AbortSignal;
  /**
   * Seconds that the backend may wait for something newer than what this browser has: after a signal, which another
   * replica of the backend may have sent.
   */
  waitSeconds?: number;
};

/**
 * What the GitOps backend answers.
 *
 * Every method rejects with Backstage's `ResponseError` where the backend refuses or fails: `NotAllowedError` for a
 * missing permission or proof, `ConflictError` for an operation that is not possible now, with the reason. A failing
 * upstream is data: see `instances` in the answers.
 * @public
 */
export interface GitOpsApi {
  getEntityApplications(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ): Promise<EntityApplications>;
  getApplicationHistory(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationHistory>;
  getApplicationResources(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationResources>;
  getApplicationEvents(
    location: ApplicationLocation,
    request?: EventsRequest,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationEvents>;
  getApplicationDiff(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationDiff>;
  getApplicationParameters(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationParameters>;
  getApplicationSyncWindows(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationSyncWindows>;
  getApplicationLogs(
    location: ApplicationLocation,
    request: LogsRequest,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationLogs>;
  getApplicationOperations(
    location: ApplicationLocation,
    options?: GitOpsRequestOptions,
  ): Promise<ApplicationOperations>;
  syncApplication(
    location: ApplicationLocation,
    request?: SyncRequest,
  ): Promise<OperationAccepted>;
  refreshApplication(
    location: ApplicationLocation,
    request?: { hard?: boolean },
  ): Promise<OperationAccepted>;
  terminateOperation(location: ApplicationLocation): Promise<OperationAccepted>;
  getEntitySecrets(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ): Promise<EntitySecrets>;
  getEntityRoutes(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ): Promise<EntityRoutes>;
  getEntityDelivery(
    entityRef: CompoundEntityRef,
    options?: GitOpsRequestOptions,
  ): Promise<EntityDelivery>;
  getEntityDeployments(
    entityRef: CompoundEntityRef,
    request?: DeploymentsRequest,
    options?: GitOpsRequestOptions,
  ): Promise<Deployments>;
  getOwnerDeployments(
    ownerRef: CompoundEntityRef,
    request?: DeploymentsRequest,
    options?: GitOpsRequestOptions,
  ): Promise<Deployments>;
  getApplications(
    query?: FleetQuery,
    options?: GitOpsRequestOptions,
  ): Promise<FleetApplications>;
  getApplicationSets(
    query?: ApplicationSetsQuery,
    options?: GitOpsRequestOptions,
  ): Promise<FleetApplicationSets>;
  checkForm(request: FormCheckRequest): Promise<FormCheck>;
  getInstances(options?: GitOpsRequestOptions): Promise<Instances>;
}
