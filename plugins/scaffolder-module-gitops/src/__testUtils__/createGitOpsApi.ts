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

import type {
  FormCheck,
  FormCheckRequest,
  GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** The GitOps API with the given answers, and what it was asked. */
export function createGitOpsApi(
  answer: (request: FormCheckRequest) => Promise<FormCheck>,
) {
  const checkForm = jest.fn(answer);
  const unused = () => Promise.reject(new Error('not a part of the form'));
  const api: GitOpsApi = {
    checkForm,
    getEntityApplications: unused,
    getApplicationHistory: unused,
    getApplicationResources: unused,
    getApplicationEvents: unused,
    getApplicationDiff: unused,
    getApplicationParameters: unused,
    getApplicationSyncWindows: unused,
    getApplicationLogs: unused,
    getApplicationOperations: unused,
    syncApplication: unused,
    refreshApplication: unused,
    terminateOperation: unused,
    getApplications: unused,
    getEntitySecrets: unused,
    getEntityRoutes: unused,
    getEntityDelivery: unused,
    getEntityDeployments: unused,
    getOwnerDeployments: unused,
    getApplicationSets: unused,
    getInstances: unused,
  };
  return { api, checkForm };
}
