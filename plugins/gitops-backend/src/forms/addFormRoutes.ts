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
import { InputError } from '@backstage/errors';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import type { FormCheckRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { audited } from '../audit/audited';
import { sendAnswer } from '../http/sendAnswer';
import type { ResourceAuthorizer } from '../permissions/ResourceAuthorizer';
import type { GitOpsRouter } from '../router';
import type { FormChecks } from './FormChecks';

/** `GET /v1/forms/{check}`: what the fields of the wizard ask as one types. */
export function addFormRoutes(
  router: GitOpsRouter,
  options: {
    auditor: AuditorService;
    httpAuth: HttpAuthService;
    authorizer: ResourceAuthorizer;
    forms: FormChecks;
  },
): void {
  const { auditor, httpAuth, authorizer, forms } = options;
  router.get('/v1/forms/:check', async (req, res) => {
    const { check } = req.params;
    const answer = await audited(
      auditor,
      { eventId: 'form-check', request: req, meta: { check } },
      async () => {
        const credentials = await httpAuth.credentials(req, {
          allow: ['user'],
        });
        // They tell what is in Git, with the backend's own access: for those who may start the task that asks.
        await authorizer.require(taskCreatePermission, credentials);
        if (check === 'files') {
          assertJsonObject(req.query.value);
        }
        const { value, service, owner, repository } = req.query;
        const { environment, deployment } = req.query;
        // The generated type calls it _from, which it is not called on the wire.
        const { from }: Pick<FormCheckRequest, 'from' | 'service'> = req.query;
        return forms.check(check, {
          value,
          service,
          owner,
          repository,
          environment,
          from,
          deployment,
          credentials,
        });
      },
    );
    sendAnswer(req, res, answer);
  });
}

function assertJsonObject(value = ''): void {
  let parsed: unknown;
  try {
    parsed = JSON.parse(value);
  } catch {
    // Falls through to the same refusal as JSON of another kind.
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new InputError(
      'The query parameter "value" must hold the values of the form as a JSON object',
    );
  }
}
