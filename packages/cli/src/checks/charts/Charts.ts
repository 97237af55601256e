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

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { readChart } from './readChart';
import type { ThirdPartyChart } from './ThirdPartyChart';

const crdEntrySchema = z.object({
  group: z.string(),
  kind: z.string(),
  plural: z.string(),
  scope: z.enum(['Namespaced', 'Cluster']),
  served: z.array(z.string()),
  component: z.string(),
  role: z.string(),
  file: z.string(),
});

const indexSchema = z.object({
  kubernetes: z.object({ version: z.string(), file: z.string() }),
  components: z.array(z.object({ dir: z.string(), version: z.string() })),
  crds: z.array(crdEntrySchema),
});

/** A CRD as the index of `--charts` lists it. @internal */
export type CrdEntry = z.infer<typeof crdEntrySchema>;

/**
 * What third parties publish, as `--charts` names it: values, schemas and CRDs of charts at pinned versions, and the
 * API of Kubernetes.
 *
 * @public
 */
export class Charts {
  readonly #charts = new Map<string, ThirdPartyChart | undefined>();
  readonly #directories: Set<string>;
  readonly kubernetesVersion: string;
  readonly #kubernetesFile: string;
  readonly #crds: readonly CrdEntry[];

  /** @throws InputError where the directory has no `index.json` of the expected form. */
  static open(directory: string): Charts {
    const file = path.join(directory, 'index.json');
    if (!existsSync(file)) {
      throw new InputError(
        `--charts ${directory} has no index.json: name a directory with the values, schemas and CRDs of the charts.`,
      );
    }
    const parsed = indexSchema.safeParse(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    if (!parsed.success) {
      throw new InputError(
        `${file} is not an index of charts: ${parsed.error.issues[0].path.join(
          '.',
        )}: ${parsed.error.issues[0].message}.`,
      );
    }
    return new Charts(directory, parsed.data);
  }

  private constructor(
    private readonly directory: string,
    index: z.infer<typeof indexSchema>,
  ) {
    this.#directories = new Set(index.components.map(({ dir }) => dir));
    this.#kubernetesFile = index.kubernetes.file;
    this.kubernetesVersion = index.kubernetes.version;
    this.#crds = index.crds;
  }

  /** The chart in a directory; `undefined` where it is not among them. */
  get(name: string): ThirdPartyChart | undefined {
    if (!this.#directories.has(name)) return undefined;
    if (!this.#charts.has(name)) {
      this.#charts.set(name, readChart(path.join(this.directory, name), name));
    }
    return this.#charts.get(name);
  }

  /** CRDs of the versions that are installed: of several, that of a component which is asked for. */
  crdsOf(components: readonly string[] = []): CrdEntry[] {
    const asked = this.#crds.filter(
      ({ role, component }) =>
        role === 'variant' && components.includes(component),
    );
    const replaced = new Set(
      asked.map(({ component }) =>
        component.replace(/-[\d.]+$|-experimental$/, ''),
      ),
    );
    return [
      ...this.#crds.filter(
        ({ role, component }) => role !== 'variant' && !replaced.has(component),
      ),
      ...asked,
    ];
  }

  /** Some JSON file of the directory. */
  readJson(file: string): unknown {
    return JSON.parse(readFileSync(path.join(this.directory, file), 'utf8'));
  }

  /** The OpenAPI document of Kubernetes. */
  readKubernetes(): unknown {
    return this.readJson(this.#kubernetesFile);
  }
}
