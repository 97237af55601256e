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

import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { some, text } from '../../argocd/applied/projectors/lenient';
import type { WantedSecret } from './WantedSecret';

const PREFIX = 'vault.hashicorp.com/';
const SECRET = `${PREFIX}agent-inject-secret-`;

/** What is kept of a workload into whose pods a Vault Agent brings secrets. */
export interface VaultAgentFacts {
  /** Vault's address as the pods have it. */
  address?: string;
  namespace?: string;
  wanted: WantedSecret[];
}

const templateSchema = z.object({
  metadata: z.object({ annotations: z.record(z.string(), z.unknown()) }),
});
const workloadSchema = z.object({
  spec: z.object({
    template: some(templateSchema),
    jobTemplate: some(
      z.object({ spec: z.object({ template: some(templateSchema) }) }),
    ),
  }),
});

/** Reads the annotations of a workload's pods; `undefined` where no agent brings them anything. */
export function vaultAgentFacts(live: JsonObject): VaultAgentFacts | undefined {
  const spec = workloadSchema.safeParse(live).data?.spec;
  const template = spec?.template ?? spec?.jobTemplate?.spec.template;
  const annotations = Object.entries(template?.metadata.annotations ?? {});
  const paths = annotations.flatMap(([name, value]) =>
    name.startsWith(SECRET) && typeof value === 'string' && value
      ? [value]
      : [],
  );
  const valueOf = (wanted: string) =>
    text.parse(annotations.find(([name]) => name === wanted)?.[1]);
  return paths.length > 0
    ? {
        address: valueOf(`${PREFIX}service`),
        namespace: valueOf(`${PREFIX}namespace`),
        // Which keys a template takes out of the secret, only the template tells.
        wanted: [...new Set(paths)].map(path => ({ path, keys: [] })),
      }
    : undefined;
}
