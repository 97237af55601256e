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
import { isRecord, textAt, valueAt } from '../yaml';
import { closeSchema } from './closeSchema';
import { describeErrors } from './describeErrors';
import type { KindSchema, SchemaSource } from './KindSchema';

const GROUP_VERSION = 'constraints.gatekeeper.sh/v1beta1';

const strings = { type: 'array', items: { type: 'string' } };

/** What Gatekeeper itself adds to the schema of each constraint. */
const MATCH = {
  type: 'object',
  additionalProperties: false,
  properties: {
    kinds: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        properties: { apiGroups: strings, kinds: strings },
      },
    },
    scope: { enum: ['*', 'Cluster', 'Namespaced'] },
    namespaces: strings,
    excludedNamespaces: strings,
    labelSelector: { type: 'object' },
    namespaceSelector: { type: 'object' },
    name: { type: 'string' },
    source: { enum: ['All', 'Generated', 'Original'] },
  },
};

/**
 * Constraints of Gatekeeper: their CRD comes out of the ConstraintTemplate of the same tree.
 *
 * @internal
 */
export class ConstraintSchemas implements SchemaSource {
  readonly #templates = new Map<string, unknown>();

  static create(templates: readonly unknown[]): ConstraintSchemas {
    return new ConstraintSchemas(templates);
  }

  private constructor(templates: readonly unknown[]) {
    for (const template of templates) {
      const kind = textAt(template, 'spec', 'crd', 'spec', 'names', 'kind');
      if (kind) this.#templates.set(kind, template);
    }
  }

  async find(
    apiVersion: string,
    kind: string,
  ): Promise<KindSchema | undefined> {
    const template = this.#templates.get(kind);
    if (apiVersion !== GROUP_VERSION || !template) return undefined;
    const parameters = valueAt(
      template,
      ...['spec', 'crd', 'spec', 'validation', 'openAPIV3Schema'],
    );
    const validate = new Ajv({
      strict: false,
      allErrors: true,
      validateFormats: false,
    }).compile({
      type: 'object',
      required: ['spec'],
      properties: {
        spec: {
          type: 'object',
          additionalProperties: false,
          properties: {
            enforcementAction: { enum: ['deny', 'dryrun', 'warn', 'scoped'] },
            scopedEnforcementActions: { type: 'array' },
            match: MATCH,
            parameters: isRecord(parameters)
              ? closeSchema({ type: 'object', ...parameters })
              : { type: 'object' },
          },
        },
      },
    });
    return {
      origin: `ConstraintTemplate ${textAt(template, 'metadata', 'name')}`,
      scope: 'Cluster',
      validate: manifest =>
        validate(manifest)
          ? []
          : describeErrors(validate.errors ?? [], manifest),
    };
  }
}
