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

/** Why a sync failed, as far as its message tells. */
export type ConditionCause = 'denied' | 'missing' | 'login' | 'unreachable';

const CAUSES: [ConditionCause, RegExp][] = [
  ['login', /invalid role|not authorized|unable to log ?in|cannot get.*token/i],
  ['denied', /permission denied|access ?denied|code: 403|forbidden/i],
  ['missing', /not found|does not exist|no secret|cannot find|code: 404/i],
  [
    'unreachable',
    /sealed|timeout|timed out|connection refused|no such host|x509|i\/o/i,
  ],
];

/** The kind of a failure. The message itself quotes what the provider said, and so is not kept. */
export function conditionCause(
  message: string | undefined,
): ConditionCause | undefined {
  return CAUSES.find(([, pattern]) => pattern.test(message ?? ''))?.[0];
}
