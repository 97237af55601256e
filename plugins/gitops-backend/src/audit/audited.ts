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
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';

/**
 * Runs what answers a request, as one auditor event: it succeeds, or it fails with the error that the caller gets.
 *
 * @param metaOf - what of the result belongs into the event
 */
export async function audited<T>(
  auditor: AuditorService,
  options: AuditorServiceCreateEventOptions,
  answer: () => Promise<T>,
  metaOf?: (result: T) => JsonObject,
): Promise<T> {
  const event = await auditor.createEvent({
    ...options,
    severityLevel: options.severityLevel ?? 'low',
  });
  let result: T;
  try {
    result = await answer();
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
  await event.success(metaOf && { meta: metaOf(result) });
  return result;
}
