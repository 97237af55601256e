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

import type { FieldSelection } from './parseFields';

/**
 * Applies `fields` to an answer that Argo CD projects generically (streams, managed resources, projects), with the
 * rules of `github.com/argoproj/pkg` (`grpc/http`): a name is kept where a selected path begins with its path as
 * text, so selecting `metadata.namespace` also keeps `metadata.name`.
 */
export function selectMessageFields(
  message: unknown,
  selection: FieldSelection,
  path: string = '',
): unknown {
  if (Array.isArray(message)) {
    return message.map(item => selectMessageFields(item, selection, path));
  }
  if (typeof message !== 'object' || message === null) {
    return message;
  }
  const { fields, exclude } = selection;
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(message)) {
    const place = path ? `${path}.${name}` : name;
    const selected = fields.has(place);
    const onTheWay = [...fields].some(field => field.startsWith(place));
    if (value !== undefined && (exclude ? !selected : selected || onTheWay)) {
      kept[name] = selected
        ? value
        : selectMessageFields(value, selection, place);
    }
  }
  return kept;
}
