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

import type { Problem } from '../core/Problem';
import { overRenderings } from '../graph/overRenderings';
import type { Rendering } from '../rendering';
import { isClusterScoped } from '../schemas';
import { isRecord } from '../yaml';
import { findSecretProducers } from './findSecretProducers';
import { findSecretReferences } from './findSecretReferences';

/** @internal */
export const secretProducers = overRenderings(
  'secrets/producers',
  'Something makes every Secret that is named',
  function* check(rendering, { count }) {
    const clusters = new Set(
      rendering.applications.map(({ cluster }) => cluster),
    );
    for (const cluster of clusters) {
      const made = findSecretProducers(rendering, cluster);
      for (const { file, line, what, namespaces, name } of namedIn(
        rendering,
        cluster,
      )) {
        count('references');
        const isMade = [...namespaces, '*'].some(one =>
          made.has(`${one}/${name}`),
        );
        if (!isMade) {
          yield {
            file,
            line,
            what: `${what} names the Secret ${namespaces[0]}/${name}, which nothing makes`,
            mend: 'Add an ExternalSecret or a Certificate for it, or say in secrets of addon.yaml who makes it.',
          };
        }
      }
    }
  },
);

interface Named extends Omit<Problem, 'mend'> {
  name: string;
  /** Where it may be; the first one is the likeliest. */
  namespaces: string[];
}

function* namedIn(rendering: Rendering, cluster: string): Iterable<Named> {
  for (const manifest of rendering.manifests) {
    const { application, kind, name, file, line } = manifest;
    if (application.cluster !== cluster) continue;
    const own = manifest.namespace ?? application.namespace;
    for (const reference of findSecretReferences(manifest)) {
      // What belongs to the whole cluster looks in the namespace of its controller, which is not always its own.
      const likely = isClusterScoped(manifest) ? [own, 'cert-manager'] : [own];
      const namespaces = reference.namespace ? [reference.namespace] : likely;
      yield {
        file,
        line,
        what: `${kind} ${name}: ${reference.path.join('.')}`,
        name: reference.name,
        namespaces,
      };
    }
  }
  for (const release of rendering.releases) {
    if (release.application.cluster !== cluster) continue;
    for (const { name, path } of findValueReferences(release.values)) {
      yield {
        file: release.files[release.files.length - 1],
        what: path.join('.'),
        name,
        namespaces: [release.application.namespace],
      };
    }
  }
}

/** Values that name a Secret which is there already, by keys that all charts use so. */
const EXISTING = /^(existingSecret|existingSecretName|existingSecretRef)$/;

function findValueReferences(
  values: Record<string, unknown>,
): { name: string; path: (string | number)[] }[] {
  const found = findSecretReferences({
    group: '',
    kind: 'Values',
    value: onlyPods(values),
  });
  function walk(value: unknown, path: (string | number)[]): void {
    if (Array.isArray(value))
      value.forEach((one, i) => walk(one, [...path, i]));
    if (!isRecord(value)) return;
    for (const [key, child] of Object.entries(value)) {
      if (typeof child === 'string' && child && EXISTING.test(key)) {
        found.push({ name: child, path: [...path, key] });
      } else {
        walk(child, [...path, key]);
      }
    }
  }
  walk(values, []);
  return found.filter(({ name }) => !name.includes('{{'));
}

/** The parts of values that a chart hands on to its pods as they are. */
function onlyPods(values: Record<string, unknown>): Record<string, unknown> {
  const kept =
    /^(env|envFrom|extraEnv|extraEnvVars|extraEnvFrom|extraVolumes|volumes|additionalVolumes|imagePullSecrets|envVarsFrom|envValueFrom)$/;
  const pick = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pick);
    if (!isRecord(value)) return undefined;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, child]) => {
        if (kept.test(key)) return [[key, child]];
        const below = pick(child);
        return below === undefined ? [] : [[key, below]];
      }),
    );
  };
  const picked = pick(values);
  return isRecord(picked) ? picked : {};
}
