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

import {
  ConflictError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { UpstreamError } from '@gitops-platform/backstage-plugin-gitops-node';
import { publicReason } from '../../text/publicReason';
import type { StoredApplication } from '../store';
import type { OperationRequest } from './OperationRequest';

/** gRPC's FAILED_PRECONDITION. */
const FAILED_PRECONDITION = 9;

/** The verbs that Argo CD's RBAC knows: whoever may sync may terminate, and a refresh is a way of reading. */
const VERBS = { sync: 'sync', terminate: 'sync', refresh: 'get' };

/**
 * What the caller is told where Argo CD refuses an operation or fails. Its own words and addresses stay in the log:
 * here are the kind of failure and what mends it.
 */
export function operationFailure(
  error: unknown,
  app: Pick<StoredApplication, 'instance' | 'namespace' | 'name'>,
  { action }: Pick<OperationRequest, 'action'>,
): unknown {
  if (!(error instanceof UpstreamError)) {
    return error;
  }
  const subject = `Argo CD instance '${app.instance}'`;
  if (error.uncertain) {
    return new ServiceUnavailableError(
      `It is unknown whether the ${action} has begun, because the answer of ${subject} was lost: look at the Application's operation before you ask again`,
    );
  }
  switch (error.failure) {
    case 'rejected':
      return rejection(error, subject, action) ?? unavailable(error, app);
    case 'forbidden':
      // Only what Argo CD itself says tells the two apart.
      return error.message.includes('blocked by sync window')
        ? new ConflictError(
            `${subject} refuses the ${action}: a sync window of the Application's AppProject denies it now`,
          )
        : new ServiceUnavailableError(
            `${subject} does not let the backend's account ${action} this Application. Its role lacks the line: p, role:backstage, applications, ${VERBS[action]}, */*, allow`,
          );
    case 'not-found':
      return new NotFoundError(
        `${subject} has no Application ${app.namespace}/${app.name} any more`,
      );
    default:
      return unavailable(error, app);
  }
}

/** The same where it cannot be told whether the operation is possible: nothing has begun. */
export function readFailure(
  error: unknown,
  app: Pick<StoredApplication, 'instance'>,
): unknown {
  return error instanceof UpstreamError ? unavailable(error, app) : error;
}

function rejection(
  { message, code }: UpstreamError,
  subject: string,
  action: OperationRequest['action'],
): Error | undefined {
  if (/no operation is in progress/i.test(message)) {
    return new ConflictError(
      'The operation has ended meanwhile, so there is nothing to terminate',
    );
  }
  if (/operation is already in progress/i.test(message)) {
    return new ConflictError(
      `${subject} refuses the ${action}: another operation of this Application has just begun. Wait until it has ended, or terminate it`,
    );
  }
  return code === FAILED_PRECONDITION
    ? new ConflictError(
        `${subject} refuses the ${action}, as the Application is now: look at its state and ask again`,
      )
    : undefined;
}

function unavailable(
  error: UpstreamError,
  { instance }: Pick<StoredApplication, 'instance'>,
): Error {
  return new ServiceUnavailableError(publicReason(instance, error));
}
