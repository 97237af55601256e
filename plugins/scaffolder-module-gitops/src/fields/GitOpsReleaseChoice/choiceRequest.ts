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

import type { FormCheckRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { isRecord } from '../../check';
import { type ReleaseKind, releaseRequest } from '../GitOpsRelease';

/** Asks what there is to choose from; what is chosen already does not count. */
export function choiceRequest(
  formData: unknown,
  options: { kind: ReleaseKind; of: 'environment' | 'deployment' },
): FormCheckRequest | undefined {
  const { kind, of } = options;
  const request = releaseRequest(formData, kind);
  if (of === 'environment') {
    return request && { check: kind, service: request.service };
  }
  return request?.environment
    ? {
        check: kind,
        service: request.service,
        environment: request.environment,
      }
    : undefined;
}

/** What a template says that is chosen. */
export function choiceOf(options: unknown): 'environment' | 'deployment' {
  return isRecord(options) && options.of === 'deployment'
    ? 'deployment'
    : 'environment';
}
