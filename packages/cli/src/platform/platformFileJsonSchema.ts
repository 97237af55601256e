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

import type { JsonObject } from '@backstage/types';
import { platformJsonSchema } from '@gitops-platform/backstage-plugin-gitops-node';
import { z } from 'zod';
import { platformFileSchema } from './schema/platformFileSchema';

/** JSON Schema (draft 2020-12) of `platform.yaml`, for editors: what one section says about another is not in it. */
export function platformFileJsonSchema(): JsonObject {
  const shared = platformJsonSchema();
  const own: JsonObject = JSON.parse(
    JSON.stringify(z.toJSONSchema(platformFileSchema, { io: 'input' })),
  );
  return {
    $schema: shared.$schema,
    title: 'platform.yaml of a GitOps platform',
    type: 'object',
    properties: { ...asObject(shared.properties), ...asObject(own.properties) },
    required: [...asList(shared.required), ...asList(own.required)],
    additionalProperties: false,
  };
}

function asObject(value: JsonObject[string]): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : {};
}

function asList(value: JsonObject[string]): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
