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

import { InputError } from '@backstage/errors';

interface ValuesSchema {
  title?: string;
  required?: string[];
  properties?: Record<string, unknown>;
}

/**
 * A `values.schema.json` without the keys of the features that were not chosen.
 *
 * Throws an `InputError` where the text is not JSON.
 */
export function trimSchema(
  text: string,
  options: { name: string; left: readonly string[] },
): string {
  const { name, left } = options;
  let schema: ValuesSchema;
  try {
    schema = JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `values.schema.json of the golden chart is not JSON: ${error}`,
    );
  }
  const trimmed = {
    ...schema,
    title: `Values of ${name}`,
    ...(schema.required && {
      required: schema.required.filter(key => !left.includes(key)),
    }),
    properties: Object.fromEntries(
      Object.entries(schema.properties ?? {}).filter(
        ([key]) => !left.includes(key),
      ),
    ),
  };
  return `${JSON.stringify(trimmed, undefined, 2)}\n`;
}
