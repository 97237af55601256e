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

/** Which of the two templates a field is part of. */
export type ReleaseKind = 'promotion' | 'rollback';

/** The parts of a form that say what is released, by the names that the templates use. */
const KEYS = ['environment', 'from', 'deployment'] as const;

/** Asks what a release would change; `undefined` as long as nobody has said of which component. */
export function releaseRequest(
  formData: unknown,
  kind: ReleaseKind,
): FormCheckRequest | undefined {
  const service = text(formData, 'component');
  if (!service) {
    return undefined;
  }
  const [environment, from, deployment] = KEYS.map(key => text(formData, key));
  return {
    check: kind,
    service,
    environment,
    ...(kind === 'promotion' ? { from } : { deployment }),
  };
}

/** The reason in spite of which something is done. */
export function reasonOf(formData: unknown): string | undefined {
  return text(formData, 'reason');
}

/** The kind that a template gives to a field. */
export function releaseKind(options: unknown): ReleaseKind {
  return isRecord(options) && options.kind === 'rollback'
    ? 'rollback'
    : 'promotion';
}

function text(formData: unknown, key: string): string | undefined {
  const value = isRecord(formData) ? formData[key] : undefined;
  return typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : undefined;
}
