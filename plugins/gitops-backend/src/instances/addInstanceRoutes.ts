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
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  gitopsInstanceReadPermission,
  InstanceState,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { audited } from '../audit/audited';
import { sendAnswer } from '../http/sendAnswer';
import type { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import type { GitOpsRouter } from '../router';

/** A system that has upstream instances to tell of. */
export interface UpstreamSystem {
  states(): InstanceState[];
}

/** `GET /v1/instances`: how every upstream fares, for those who run them. */
export function addInstanceRoutes(
  router: GitOpsRouter,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    authorizer: ResourceAuthorizer;
    systems: UpstreamSystem[];
  },
): void {
  const { auditor, httpAuth, authorizer, systems } = options;
  router.get('/v1/instances', async (req, res) => {
    const answer = await audited(
      auditor,
      { eventId: 'instances-fetch', request: req },
      async () => {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        await authorizer.require(gitopsInstanceReadPermission, credentials);
        return { items: systems.flatMap(system => system.states()) };
      },
    );
    sendAnswer(req, res, answer);
  });
}
