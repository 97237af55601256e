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

import type { CatalogApi } from '@backstage/plugin-catalog-react';

type Catalog = Pick<CatalogApi, 'getEntitiesByRefs'>;

/** One page asks for the same few templates again and again. */
const answers = new WeakMap<Catalog, Map<string, Promise<boolean>>>();

/**
 * Whether the catalog has a template of the namespace `default`. An answer is kept as long as the page is open; a
 * failure counts as no, and is asked for again.
 */
export function isTemplateRegistered(
  catalog: Catalog,
  template: string,
): Promise<boolean> {
  const known = answers.get(catalog) ?? new Map<string, Promise<boolean>>();
  answers.set(catalog, known);
  const before = known.get(template);
  if (before) {
    return before;
  }
  const asked = ask(catalog, template).catch(() => {
    known.delete(template);
    return false;
  });
  known.set(template, asked);
  return asked;
}

async function ask(catalog: Catalog, template: string): Promise<boolean> {
  const { items } = await catalog.getEntitiesByRefs({
    entityRefs: [`template:default/${template}`],
    fields: ['kind', 'metadata.name', 'metadata.namespace'],
  });
  return Boolean(items[0]);
}
