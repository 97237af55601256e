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

import type { Check, CheckContext } from '../checks/core';
import type { Manifest } from '../checks/rendering';
import { type KubeApi, KubeRefusal } from './KubeApi';
import type { Scratch } from './Scratch';
import { waitUntil } from './waitUntil';

/** Whose kinds Gatekeeper itself makes. */
export const CONSTRAINTS = 'constraints.gatekeeper.sh';

/** A real API server takes every manifest: what schemas cannot say (CEL rules, defaults, conversions) is looked at here. */
export function serverDryRun(scratch: Scratch): Check {
  return {
    id: 'server/dry-run',
    title: 'a real API server takes every manifest',
    async *run(context) {
      const api = await scratch.api();
      const { manifests: all } = await context.rendering();
      const manifests = all.filter(({ group }) => group !== CONSTRAINTS);
      if (manifests.length < all.length) {
        context.notChecked(
          "Gatekeeper's constraints",
          'it makes their kinds from the templates, once it runs',
        );
      }
      await installCrds(api, context, manifests);
      await createNamespaces(api, manifests);
      for (const manifest of manifests) {
        try {
          await api.apply(manifest.value, {
            namespace: manifest.application.namespace,
            dryRun: true,
          });
          context.count('manifests');
        } catch (error) {
          if (!(error instanceof KubeRefusal)) {
            throw error;
          }
          yield {
            file: manifest.file,
            line: manifest.line,
            what: `${manifest.kind} ${manifest.name}: ${error.message}`,
            mend: 'Change the manifest: the API server would refuse it on a cluster as well.',
          };
        }
      }
    },
  };
}

async function installCrds(
  api: KubeApi,
  context: CheckContext,
  manifests: Manifest[],
): Promise<void> {
  const { charts } = context;
  if (!charts) {
    context.notChecked(
      'custom resources whose CRDs are not on the cluster',
      'give --charts DIR, which has the CRDs at their pinned versions',
    );
    return;
  }
  const groups = new Set(manifests.map(({ group }) => group));
  const wanted = charts.crdsOf().filter(({ group }) => groups.has(group));
  for (const { file } of wanted) {
    await api.apply(charts.readJson(file));
    context.count('CRDs');
  }
  // Established a moment after they were applied.
  await waitUntil(
    async () => {
      const paths = new Set(
        wanted.map(({ group, served }) => `/apis/${group}/${served[0]}`),
      );
      const found = await Promise.all(
        [...paths].map(path =>
          api.get(path).then(
            () => true,
            () => false,
          ),
        ),
      );
      return found.every(Boolean) || undefined;
    },
    { seconds: 30 },
  );
  api.forgetKinds();
}

async function createNamespaces(
  api: KubeApi,
  manifests: Manifest[],
): Promise<void> {
  const names = new Set(
    manifests.flatMap(({ namespace, application }) => [
      namespace ?? application.namespace,
      application.namespace,
    ]),
  );
  for (const name of names) {
    await api.apply({
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
  }
}
