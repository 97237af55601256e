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
import { z } from 'zod';
import { platformSchema } from './platformSchema';

/**
 * JSON Schema (draft 2020-12) of the parts of `platform.yaml` that {@link readPlatform} reads, for editors. The other
 * sections are there, with nothing said about them.
 * @public
 */
export function platformJsonSchema(): JsonObject {
  return JSON.parse(
    JSON.stringify(z.toJSONSchema(platformSchema, { io: 'input' })),
  );
}
