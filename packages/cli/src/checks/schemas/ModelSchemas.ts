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

import { isRecord } from '../yaml';
import { describeErrors } from './describeErrors';
import type { KindSchema, SchemaSource, Violation } from './KindSchema';
import { ReadKeys } from './ReadKeys';

/** Which npm package holds the validators of a group, by the group's ending. */
const PACKAGES: [RegExp, string][] = [
  [/^(argoproj\.io)$/, '@kubernetes-models/argo-cd'],
  [/^(argoproj\.io)$/, '@kubernetes-models/argo-rollouts'],
  [/cert-manager\.io$/, '@kubernetes-models/cert-manager'],
  [/external-secrets\.io$/, '@kubernetes-models/external-secrets'],
  [/^gateway\.networking\./, '@kubernetes-models/gateway-api'],
  [/\.istio\.io$/, '@kubernetes-models/istio'],
  [/^karpenter\./, '@kubernetes-models/karpenter'],
  [/(^|\.)keda\.sh$/, '@kubernetes-models/keda'],
  [/^monitoring\.coreos\.com$/, '@kubernetes-models/prometheus-operator'],
  [/^traefik\.io$/, '@kubernetes-models/traefik'],
  [/^$|^[a-z]+$|\.k8s\.io$/, 'kubernetes-models'],
];

/** Their generator takes a field of this name for a comment of the schema, and drops it. */
const LOST = 'description';

/** Loads a module of one of those packages; rejects where it is not there. */
export type LoadModule = (specifier: string) => Promise<unknown>;

/**
 * Kinds as the `kubernetes-models` packages know them, for where no `--charts` are given. Their validators let unknown
 * keys pass; what a validator never reads of a manifest is such a key.
 *
 * @internal
 */
export class ModelSchemas implements SchemaSource {
  readonly #found = new Map<string, Promise<KindSchema | undefined>>();

  static create(
    load: LoadModule = specifier => import(specifier),
  ): ModelSchemas {
    return new ModelSchemas(load);
  }

  private constructor(private readonly load: LoadModule) {}

  find(apiVersion: string, kind: string): Promise<KindSchema | undefined> {
    const key = `${apiVersion}/${kind}`;
    const found = this.#found.get(key) ?? this.#load(apiVersion, kind);
    this.#found.set(key, found);
    return found;
  }

  async #load(
    apiVersion: string,
    kind: string,
  ): Promise<KindSchema | undefined> {
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    for (const [pattern, name] of PACKAGES) {
      if (!pattern.test(group)) continue;
      const validate = validatorOf(
        await this.load(`${name}/${apiVersion}/${kind}`).catch(() => undefined),
        kind,
      );
      if (validate) return { origin: name, validate };
    }
    return undefined;
  }
}

function validatorOf(module: unknown, kind: string) {
  const model: unknown = isRecord(module) ? module[kind] : undefined;
  if (typeof model !== 'function') return undefined;
  const validate: unknown = model.prototype?.validate;
  if (typeof validate !== 'function') return undefined;
  return (manifest: Record<string, unknown>): Violation[] => {
    const read = ReadKeys.of(manifest);
    const violations: Violation[] = [];
    try {
      validate.call(read.watched);
    } catch (error) {
      const errors = isRecord(error) && error.errors;
      if (!Array.isArray(errors)) throw error;
      violations.push(...describeErrors(errors, manifest));
    }
    return [
      ...violations,
      ...read
        .unread()
        .filter(path => path[path.length - 1] !== LOST)
        .map(path => ({
          path: path.slice(0, -1),
          message: `unknown field "${path[path.length - 1]}"`,
        })),
    ];
  };
}
