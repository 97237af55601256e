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

import { toError } from '@backstage/errors';
import type {
  FormCheckRequest,
  GitOpsApi,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { describeError } from '@gitops-platform/backstage-plugin-gitops-react';
import type { CheckVerdict } from './CheckVerdict';

/** Milliseconds that a form waits for the server. */
const PATIENCE = 10_000;

/**
 * Asks the server. Never rejects and always ends: a check that cannot be made is not a reason to stop anybody,
 * since the task makes it again before anything is written.
 */
export async function runCheck(
  api: GitOpsApi,
  request: FormCheckRequest,
): Promise<CheckVerdict> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<CheckVerdict>(resolve => {
    timer = setTimeout(
      () => resolve(unavailable('the server takes too long to answer')),
      PATIENCE,
    );
  });
  try {
    return await Promise.race([api.checkForm(request), tooLate]);
  } catch (error) {
    const { message, forbidden } = describeError(toError(error));
    return unavailable(message, forbidden);
  } finally {
    clearTimeout(timer);
  }
}

function unavailable(why: string, forbidden = false): CheckVerdict {
  const because = forbidden ? ', because you may not ask' : '';
  const sentence = why.replace(/\.?$/, '.');
  return {
    status: 'unavailable',
    message: `Not checked${because}: ${sentence} The task checks it before anything is written.`,
    forbidden,
  };
}
