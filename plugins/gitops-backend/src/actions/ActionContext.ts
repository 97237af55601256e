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
  AuthService,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotAllowedError } from '@backstage/errors';
import type { ArgoCdReaders } from '../argocd/addArgoCdRoutes';
import type { ApplicationAccess } from '../argocd/ApplicationAccess';
import { audited } from '../audit/audited';
import type { EntityAccess } from '../permissions/EntityAccess';

/** What the actions are made of: the same as the routes. */
export interface ActionContext {
  actionsRegistry: ActionsRegistryService;
  auth: AuthService;
  auditor: AuditorService;
  access: EntityAccess;
  application: ApplicationAccess;
  readers: ArgoCdReaders;
}

/** All of them read, and nothing else. */
export const READ_ONLY = {
  readOnly: true,
  idempotent: true,
  destructive: false,
};

/** As with the routes, only people may ask: permissions are theirs. Another's call is refused, and audited. */
export async function requireUser(
  { auth, auditor }: Pick<ActionContext, 'auth' | 'auditor'>,
  credentials: BackstageCredentials,
  call: { eventId: string; action: string },
): Promise<BackstageCredentials<BackstageUserPrincipal>> {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials;
  }
  const { eventId, action } = call;
  return audited(auditor, { eventId, meta: { action } }, async () => {
    throw new NotAllowedError(
      `The action ${action} answers people only: call it with a user's credentials`,
    );
  });
}
