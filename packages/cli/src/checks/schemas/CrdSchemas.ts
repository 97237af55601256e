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
import { isRecord, listAt, textAt, valueAt } from '../yaml';
import { closeSchema } from './closeSchema';
import { describeErrors } from './describeErrors';
import type { KindSchema, SchemaSource, UnservedKind } from './KindSchema';

/** A CRD, read when its kind is first asked for. @internal */
export interface CrdReference {
  group: string;
  kind: string;
  origin: string;
  read(): unknown;
}

/**
 * Custom resources, from their CRDs.
 *
 * @internal
 */
export class CrdSchemas implements SchemaSource {
  readonly #crds = new Map<string, CrdReference>();
  readonly #found = new Map<string, KindSchema | UnservedKind>();
  readonly #ajv = new Ajv({
    strict: false,
    allErrors: true,
    validateFormats: false,
    validateSchema: false,
    unicodeRegExp: false,
    code: { optimize: false },
  });

  static create(crds: readonly CrdReference[]): CrdSchemas {
    return new CrdSchemas(crds);
  }

  private constructor(crds: readonly CrdReference[]) {
    for (const crd of crds) this.#crds.set(`${crd.group} ${crd.kind}`, crd);
  }

  async find(
    apiVersion: string,
    kind: string,
  ): Promise<KindSchema | UnservedKind | undefined> {
    const key = `${apiVersion} ${kind}`;
    const known = this.#found.get(key);
    if (known) return known;
    const [group, version] = apiVersion.split('/');
    const reference = this.#crds.get(`${group} ${kind}`);
    if (!version || !reference) return undefined;
    const found = this.#compile(reference, version);
    this.#found.set(key, found);
    return found;
  }

  #compile(
    { origin, group, read }: CrdReference,
    version: string,
  ): KindSchema | UnservedKind {
    const crd = read();
    const versions = listAt(crd, 'spec', 'versions');
    const served = versions.filter(one => valueAt(one, 'served') === true);
    const asked = served.find(one => textAt(one, 'name') === version);
    if (!asked) {
      return {
        origin,
        served: served.map(one => `${group}/${textAt(one, 'name')}`),
      };
    }
    const schema = closeSchema(valueAt(asked, 'schema', 'openAPIV3Schema'));
    const properties = isRecord(schema.properties) ? schema.properties : {};
    const validate = this.#ajv.compile({
      ...schema,
      properties: {
        ...properties,
        apiVersion: { type: 'string' },
        kind: { type: 'string' },
        // Checked for every kind alike, by the schema of Kubernetes.
        metadata: { type: 'object' },
      },
    });
    return {
      origin,
      scope:
        textAt(crd, 'spec', 'scope') === 'Cluster' ? 'Cluster' : 'Namespaced',
      validate: manifest =>
        validate(manifest)
          ? []
          : describeErrors(validate.errors ?? [], manifest),
    };
  }
}
