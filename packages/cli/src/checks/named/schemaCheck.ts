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

import type { Check } from '../core/Check';
import type { Problem } from '../core/Problem';
import type { DeployedApplication, Manifest, Rendering } from '../rendering';
import {
  ConstraintSchemas,
  CrdSchemas,
  firstOf,
  isClusterScoped,
  isUnserved,
  type KindSchema,
  type SchemaSource,
  removedApi,
} from '../schemas';
import { recordAt, textAt, valueAt } from '../yaml';
import { joinPath } from '../charts';

/** @internal */
export const schemaCheck: Check = {
  id: 'schemas',
  title:
    'Every manifest is of its schema, without unknown fields, in a version that is served',
  async *run({ renderings, schemas, charts, count, notChecked }) {
    const unknown = new Map<string, string>();
    const checked = new Set<string>();
    for await (const rendering of renderings()) {
      const source = firstOf(
        ConstraintSchemas.create(
          rendering.manifests
            .filter(({ kind }) => kind === 'ConstraintTemplate')
            .map(({ value }) => value),
        ),
        schemas,
        CrdSchemas.create(crdsOf(rendering)),
      );
      for (const manifest of [
        ...(rendering.isSample ? [] : rendering.applications.map(asManifest)),
        ...rendering.manifests,
      ]) {
        // The same manifest in another cluster or feature set says nothing new.
        const key = JSON.stringify([
          manifest.value,
          manifest.application.namespace,
        ]);
        if (checked.has(key)) continue;
        checked.add(key);
        count('manifests');
        const { apiVersion, kind } = manifest;
        const found = await source.find(apiVersion, kind);
        if (!found) unknown.set(`${apiVersion} ${kind}`, manifest.file);
        yield* checkManifest(manifest, found);
      }
    }
    for (const [kind, file] of unknown) {
      notChecked(
        kind,
        `no schema is known (${file})${charts ? '' : '; --charts names more'}`,
      );
    }
  },
};

async function* checkManifest(
  manifest: Manifest,
  found: Awaited<ReturnType<SchemaSource['find']>>,
): AsyncIterable<Problem> {
  const { apiVersion, kind, name, file, line } = manifest;
  const at = { file, line };
  const called = `${kind} ${name}`;
  const removed = removedApi(apiVersion, kind);
  if (removed) {
    yield { ...at, what: `${called}: ${removed.what}`, mend: removed.mend };
  } else if (found && isUnserved(found)) {
    yield {
      ...at,
      what: `${called}: ${found.origin} does not serve ${apiVersion}`,
      mend: `Use ${found.served.join(' or ')}.`,
    };
  } else if (found) {
    for (const { path, message } of found.validate(manifest.value)) {
      yield {
        ...at,
        what: `${called}: ${joinPath(path) || 'the manifest'} ${
          message.startsWith('unknown') ? `has the ${message}` : message
        }`,
        mend: `See the schema of ${apiVersion} ${kind} (${found.origin}).`,
      };
    }
    yield* checkScope(manifest, found);
  }
  if (!name && !textAt(manifest.value, 'metadata', 'generateName')) {
    yield { ...at, what: `a ${kind} has no name`, mend: 'Set metadata.name.' };
  }
  for (const part of ['labels', 'annotations']) {
    for (const [key, value] of Object.entries(
      recordAt(manifest.value, 'metadata', part),
    )) {
      if (typeof value !== 'string') {
        yield {
          ...at,
          what: `${called}: metadata.${part}."${key}" is ${JSON.stringify(
            value,
          )}, not text`,
          mend: 'Put it in quotes.',
        };
      }
    }
  }
}

function* checkScope(
  manifest: Manifest,
  { scope, origin }: KindSchema,
): Iterable<Problem> {
  const { kind, name, namespace, file, line, application } = manifest;
  const isCluster = scope ? scope === 'Cluster' : isClusterScoped(manifest);
  if (isCluster && namespace) {
    yield {
      file,
      line,
      what: `${kind} ${name} is of the whole cluster (${origin}), but has the namespace ${namespace}`,
      mend: 'Remove metadata.namespace.',
    };
  } else if (!isCluster && !namespace && !application.namespace) {
    yield {
      file,
      line,
      what: `${kind} ${name} has no namespace, nor has its Application`,
      mend: 'Set metadata.namespace.',
    };
  }
}

function crdsOf({ manifests }: Rendering) {
  return manifests
    .filter(({ kind }) => kind === 'CustomResourceDefinition')
    .map(({ value, application }) => ({
      group: textAt(value, 'spec', 'group') ?? '',
      kind: textAt(value, 'spec', 'names', 'kind') ?? '',
      origin: application.name,
      read: () => value,
    }));
}

function asManifest(application: DeployedApplication): Manifest {
  const value = application.manifest;
  const apiVersion = textAt(value, 'apiVersion') ?? '';
  return {
    application,
    file: application.file,
    value,
    apiVersion,
    group: apiVersion.split('/')[0],
    kind: textAt(value, 'kind') ?? '',
    name: String(valueAt(value, 'metadata', 'name') ?? ''),
    namespace: textAt(value, 'metadata', 'namespace') ?? 'argocd',
  };
}
