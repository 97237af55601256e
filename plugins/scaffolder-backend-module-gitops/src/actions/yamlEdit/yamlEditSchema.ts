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

import type { JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { YamlEdit } from '@gitops-platform/backstage-plugin-gitops-node';

/** An edit as a template writes it. */
export interface YamlEditInput {
  op: 'set' | 'append' | 'remove';
  path: string;
  value?: unknown;
  document?: number;
}

/**
 * @throws InputError where a value is missing, or given to a removal
 */
export function toYamlEdit(input: YamlEditInput, index: number): YamlEdit {
  const { op, path, value, document } = input;
  if (op === 'remove') return { op, path, document };
  if (value === undefined) {
    throw new InputError(
      `edits[${index}].value is missing: say what to ${op} at ${path}.`,
    );
  }
  return { op, path, value: value as JsonValue, document };
}
