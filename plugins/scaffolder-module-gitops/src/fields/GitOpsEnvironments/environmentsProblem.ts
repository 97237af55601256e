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

import type { FormOption } from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * Why a choice of environments cannot be taken. None at all stands for the first one; where the server named none,
 * the task decides.
 */
export function environmentsProblem(
  chosen: string[],
  options: FormOption[] | undefined,
): string | undefined {
  const names = options?.map(({ value }) => value) ?? [];
  const unknown = chosen.find(name => !names.includes(name));
  return names.length > 0 && unknown !== undefined
    ? `There is no environment "${unknown}". Choose from ${names.join(', ')}.`
    : undefined;
}
