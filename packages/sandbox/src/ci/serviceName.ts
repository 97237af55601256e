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

import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const component = z.object({
  kind: z.literal('Component'),
  metadata: z.object({
    name: z.string().regex(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/),
  }),
});

/** The service a repository belongs to: the Component of its catalog-info.yaml, else its own name. */
export function serviceName(catalogInfo: string, repository: string): string {
  const found = parseAllDocuments(catalogInfo)
    .map(document => component.safeParse(document.toJS()))
    .find(parsed => parsed.success);
  return found?.data?.metadata.name ?? repository;
}
