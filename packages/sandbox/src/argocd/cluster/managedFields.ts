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

function fieldsOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {};
  }
  const entries = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([name, field]): [string, unknown] => {
      const inner = fieldsOf(field);
      const empty = Object.keys(inner).length === 0;
      return [`f:${name}`, empty ? {} : { '.': {}, ...inner }];
    });
  return Object.fromEntries(entries);
}

/** An entry of `metadata.managedFields` that names every field of `owned`; lists are owned as a whole. */
export function managedFieldsEntry(options: {
  manager: string;
  apiVersion: string;
  time: string;
  owned: Record<string, unknown>;
}) {
  return {
    manager: options.manager,
    operation: 'Update',
    apiVersion: options.apiVersion,
    time: options.time,
    fieldsType: 'FieldsV1',
    fieldsV1: fieldsOf(options.owned),
  };
}
