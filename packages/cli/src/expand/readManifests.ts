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
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

const manifest = z.looseObject({
  apiVersion: z.string(),
  kind: z.string(),
  metadata: z.looseObject({
    name: z.string().optional(),
    annotations: z.record(z.string(), z.string()).optional(),
  }),
});

const manifests = z.array(manifest);

/**
 * A manifest as it was parsed.
 * @public
 */
export type Manifest = z.infer<typeof manifest>;

/** The manifests of a text. Throws an `InputError` that names the file where one is not a manifest. */
export function readManifests(path: string, text: string): Manifest[] {
  const documents = parseAllDocuments(text);
  const broken = documents.flatMap(({ errors }) => errors)[0];
  if (broken) {
    throw new InputError(`${path}: ${broken.message}`);
  }
  const parsed = manifests.safeParse(
    documents.map(one => one.toJS()).filter(one => one !== null),
  );
  if (!parsed.success) {
    throw new InputError(
      `${path}: found no manifest with apiVersion, kind and metadata`,
    );
  }
  return parsed.data;
}
