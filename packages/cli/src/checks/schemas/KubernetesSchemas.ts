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

import Ajv from 'ajv';
import { isRecord, listAt, textAt } from '../yaml';
import { closeSchema } from './closeSchema';
import { describeErrors } from './describeErrors';
import type { KindSchema, SchemaSource, UnservedKind } from './KindSchema';
import { withoutNulls } from './withoutNulls';

const ID = 'kubernetes';
const QUANTITY = 'io.k8s.apimachinery.pkg.api.resource.Quantity';

interface Known {
  definition: string;
  scope: 'Namespaced' | 'Cluster';
}

/**
 * Kubernetes' own kinds, from its OpenAPI document.
 *
 * @internal
 */
export class KubernetesSchemas implements SchemaSource {
  readonly #ajv: Ajv;
  readonly #kinds = new Map<string, Known>();
  readonly #versions = new Map<string, string[]>();
  readonly #schemas = new Map<string, KindSchema>();

  static create(openApi: unknown, version: string): KubernetesSchemas {
    return new KubernetesSchemas(openApi, version);
  }

  private constructor(openApi: unknown, private readonly version: string) {
    const definitions = recordOf(openApi, 'definitions');
    this.#ajv = new Ajv({
      strict: false,
      allErrors: true,
      validateFormats: false,
      validateSchema: false,
      code: { optimize: false },
    });
    this.#ajv.addSchema(
      {
        $id: ID,
        definitions: Object.fromEntries(
          Object.entries(definitions).map(([name, definition]) => [
            name,
            closeDefinition(name, definition),
          ]),
        ),
      },
      ID,
    );
    const namespaced = namespacedKinds(openApi);
    for (const [definition, schema] of Object.entries(definitions)) {
      const kinds = listAt(schema, 'x-kubernetes-group-version-kind');
      // Options and lists that serve every group are nobody's manifest.
      if (kinds.length !== 1) continue;
      const { group, kind, apiVersion } = kindOf(kinds[0]);
      this.#kinds.set(`${apiVersion} ${kind}`, {
        definition,
        scope: namespaced.has(`${apiVersion} ${kind}`)
          ? 'Namespaced'
          : 'Cluster',
      });
      const versions = this.#versions.get(`${group} ${kind}`) ?? [];
      this.#versions.set(`${group} ${kind}`, [...versions, apiVersion]);
    }
  }

  async find(
    apiVersion: string,
    kind: string,
  ): Promise<KindSchema | UnservedKind | undefined> {
    const key = `${apiVersion} ${kind}`;
    const known = this.#kinds.get(key);
    if (!known) {
      const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
      const served = this.#versions.get(`${group} ${kind}`);
      return served && { origin: `Kubernetes ${this.version}`, served };
    }
    const schema = this.#schemas.get(key) ?? this.#compile(known);
    this.#schemas.set(key, schema);
    return schema;
  }

  /** What is wrong with the metadata of any resource. */
  validateMetadata(metadata: unknown): ReturnType<KindSchema['validate']> {
    const validate = this.#ajv.getSchema(
      `${ID}#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta`,
    );
    const given = withoutNulls(metadata);
    return !validate || validate(given)
      ? []
      : describeErrors(validate.errors ?? [], given);
  }

  #compile({ definition, scope }: Known): KindSchema {
    const validate = this.#ajv.getSchema(`${ID}#/definitions/${definition}`);
    return {
      origin: `Kubernetes ${this.version}`,
      scope,
      validate: manifest => {
        // A server drops null from kinds of its own.
        const given = withoutNulls(manifest);
        return !validate || validate(given)
          ? []
          : describeErrors(validate.errors ?? [], given);
      },
    };
  }
}

function closeDefinition(name: string, definition: unknown) {
  if (!isRecord(definition)) return {};
  if (name === QUANTITY) return { type: ['string', 'number'] };
  if (definition.format === 'int-or-string') {
    return { type: ['integer', 'string'] };
  }
  const isFree =
    definition.type === 'object' &&
    !definition.properties &&
    !definition.additionalProperties;
  return isFree ? { type: 'object' } : closeSchema(openMaps(definition));
}

/** An object of which nothing is said is any map here; in a CRD it would be an empty one. */
function openMaps(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(openMaps);
  if (!isRecord(schema)) return schema;
  const opened = Object.fromEntries(
    Object.entries(schema).map(([key, value]) => [key, openMaps(value)]),
  );
  const saysNothing =
    opened.type === 'object' &&
    !opened.properties &&
    !opened.additionalProperties;
  return saysNothing ? { ...opened, additionalProperties: true } : opened;
}

function namespacedKinds(openApi: unknown): Set<string> {
  const kinds = new Set<string>();
  for (const [path, item] of Object.entries(recordOf(openApi, 'paths'))) {
    if (!path.includes('/namespaces/{namespace}/')) continue;
    for (const operation of Object.values(isRecord(item) ? item : {})) {
      const named = isRecord(operation)
        ? operation['x-kubernetes-group-version-kind']
        : undefined;
      if (isRecord(named)) {
        const { apiVersion, kind } = kindOf(named);
        kinds.add(`${apiVersion} ${kind}`);
      }
    }
  }
  return kinds;
}

function kindOf(value: unknown) {
  const group = textAt(value, 'group') ?? '';
  const version = textAt(value, 'version') ?? '';
  return {
    group,
    kind: textAt(value, 'kind') ?? '',
    apiVersion: group ? `${group}/${version}` : version,
  };
}

function recordOf(value: unknown, key: string): Record<string, unknown> {
  const at = isRecord(value) ? value[key] : undefined;
  return isRecord(at) ? at : {};
}
