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

import { vaultFailureOf } from '@gitops-platform/backstage-plugin-gitops-node';

/** What a call gave, or that a policy forbids it or that there is nothing. Rejects where the server fails. */
export async function unlessRefused<T>(
  ask: () => Promise<T>,
): Promise<
  { value: T } | { value?: undefined; refused: 'denied' | 'missing' }
> {
  try {
    return { value: await ask() };
  } catch (error) {
    const refused = vaultFailureOf(error);
    if (refused === 'denied' || refused === 'missing') {
      return { refused };
    }
    throw error;
  }
}
