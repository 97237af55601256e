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
import type { KubernetesObject } from '../types';
import { RenderError } from './RenderError';

const stringMap = z.record(z.string(), z.coerce.string()).nullish();

const manifest = z.looseObject({
  apiVersion: z.string().min(1),
  kind: z.string().min(1),
  metadata: z.looseObject({
    name: z.string().min(1),
    namespace: z.string().nullish(),
    labels: stringMap,
    annotations: stringMap,
    finalizers: z.array(z.string()).nullish(),
  }),
});

const list = z.looseObject({
  kind: z.string().endsWith('List'),
  items: z.array(z.unknown()),
});

function toObject(value: unknown, origin: string): KubernetesObject {
  const parsed = manifest.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RenderError(
      `Failed to unmarshal "${origin}": ${
        issue.path.join('.') || 'the document'
      }: ${issue.message}`,
    );
  }
  const { metadata, ...fields } = parsed.data;
  const { name, namespace, labels, annotations, finalizers, ...other } =
    metadata;
  return {
    ...fields,
    metadata: {
      ...other,
      name,
      ...(namespace ? { namespace } : {}),
      ...(labels ? { labels } : {}),
      ...(annotations ? { annotations } : {}),
      ...(finalizers ? { finalizers } : {}),
    },
  };
}

/**
 * Reads the objects of a YAML text with any number of documents; lists are taken apart, empty documents passed over.
 * Throws `RenderError` for what is not YAML or not a Kubernetes object.
 */
export function parseManifests(
  text: string,
  origin: string,
): KubernetesObject[] {
  const documents = parseAllDocuments(text, { merge: true });
  const values = 'empty' in documents ? [] : documents;
  return values.flatMap(document => {
    const [error] = document.errors;
    if (error) {
      throw new RenderError(
        `Failed to unmarshal "${origin}": ${error.message.split('\n')[0]}`,
      );
    }
    const value: unknown = document.toJS();
    if (value === null || value === undefined) {
      return [];
    }
    const items = list.safeParse(value);
    return items.success
      ? items.data.items.map(item => toObject(item, origin))
      : [toObject(value, origin)];
  });
}
