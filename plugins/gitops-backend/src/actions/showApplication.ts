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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { StoredApplication } from '../argocd/store';
import { requireUser, type ActionContext } from './ActionContext';
import { applicationPathOf } from './applicationInput';

/** The handler of an action that answers with what `read` makes of one Application: the way of the routes. */
export function showApplication<T>(
  context: Pick<ActionContext, 'application' | 'auditor' | 'auth'>,
  call: { eventId: string; action: string },
  read: (app: StoredApplication, opened: OpenedEntity) => Promise<T>,
): (asked: {
  input: Parameters<typeof applicationPathOf>[0];
  credentials: BackstageCredentials;
}) => Promise<{ output: T }> {
  return async ({ input, credentials }) => {
    const user = await requireUser(context, credentials, call);
    const output = await context.application.showAs(
      { credentials: user, path: applicationPathOf(input) },
      { eventId: call.eventId, meta: { action: call.action } },
      read,
    );
    return { output };
  };
}
