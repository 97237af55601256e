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
import type { SecretReference } from './SecretReference';

type Path = (string | number)[];

interface Resource {
  group: string;
  kind: string;
  value: Record<string, unknown>;
}

/** Keys whose text is the name of a Secret. */
const NAMES = /^(secretName|secret|[a-z]\w*SecretName)$/;

/** Keys whose map names a Secret by `name`. */
const REFERENCES =
  /^(secretRef|secretKeyRef|secretReference|[a-z]\w*SecretRef|[a-z]\w*SecretKeyRef|imagePullSecret)$/;

/** Keys whose list names Secrets, each by `name`. */
const LISTS = /^(imagePullSecrets|certificateRefs|secretTargetRef)$/;

/** What makes the Secret that it names: no reference. */
const MAKES: [RegExp, (path: Path) => boolean][] = [
  [/^ExternalSecret$/, path => path[1] === 'target'],
  [/^ClusterExternalSecret$/, () => true],
  [
    /^Certificate$/,
    path => path[1] === 'secretName' || path[1] === 'secretTemplate',
  ],
  [/^(Cluster)?Issuer$/, path => path.includes('privateKeySecretRef')],
  [/^SealedSecret$/, () => true],
  [/^SecretProviderClass$/, () => true],
  [/^CustomResourceDefinition$/, () => true],
  [/^(Role|ClusterRole)$/, () => true],
  [/^ConfigMap$/, () => true],
  // The names stand in the pipeline, which gets them from whoever runs it.
  [
    /^(Task|Pipeline|StepAction)$/,
    path => String(path[path.length - 1]).includes('$('),
  ],
];

/**
 * Every Secret that a resource names and does not make. What is optional, and what a template of Tekton fills in, is
 * left out.
 *
 * @internal
 */
export function findSecretReferences(resource: Resource): SecretReference[] {
  const found: SecretReference[] = [];
  const add = (name: unknown, namespace: unknown, path: Path) => {
    const isMade = MAKES.some(
      ([kind, makes]) => kind.test(resource.kind) && makes(path),
    );
    if (typeof name !== 'string' || !name || name.includes('$(') || isMade)
      return;
    found.push({
      name,
      namespace: typeof namespace === 'string' ? namespace : undefined,
      path,
    });
  };
  function walk(value: unknown, path: Path): void {
    if (Array.isArray(value)) {
      value.forEach((one, index) => walk(one, [...path, index]));
      return;
    }
    if (!isRecord(value) || value.optional === true) return;
    for (const [key, child] of Object.entries(value)) {
      const at = [...path, key];
      if (isRecord(child) && child.optional === true) continue;
      if (typeof child === 'string' && NAMES.test(key)) {
        add(child, value.secretNamespace, at);
      } else if (
        isRecord(child) &&
        (REFERENCES.test(key) || isSelector(key, child))
      ) {
        add(child.name ?? child.secretName, child.namespace, at);
        if (key === 'secret') walk(child, at);
      } else if (Array.isArray(child) && LISTS.test(key)) {
        for (const [index, one] of child.entries()) {
          const isOther =
            isRecord(one) && one.kind !== undefined && one.kind !== 'Secret';
          if (isRecord(one) && !isOther) {
            add(one.name, one.namespace, [...at, index]);
          }
        }
      } else {
        walk(child, at);
      }
    }
  }
  if (resource.kind === 'Secret') return [];
  const { metadata: _metadata, status: _status, ...parts } = resource.value;
  walk(parts, []);
  return found;
}

/** `secret: { name, key }` of Prometheus and others, and `secret: { secretName }` of volumes. */
function isSelector(key: string, value: Record<string, unknown>): boolean {
  return (
    /^(secret|[a-z]\w*Secret|basicAuth|password|credentials|serviceKey|routingKey|apiURL|token)$/.test(
      key,
    ) &&
    typeof value.name === 'string' &&
    (typeof value.key === 'string' || key === 'secret')
  );
}
