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

import { z } from 'zod';
import { type KubeApi, KubeRefusal } from './KubeApi';

/**
 * Kinds that are healthy once their controller says Ready, which runs from a third-party chart that the scratch cluster
 * cannot fetch.
 */
const AWAITING = [
  'external-secrets.io/v1/externalsecrets',
  'external-secrets.io/v1/clusterexternalsecrets',
  'external-secrets.io/v1/clustersecretstores',
  'cert-manager.io/v1/certificates',
  'cert-manager.io/v1/clusterissuers',
  'cert-manager.io/v1/issuers',
  'trust.cert-manager.io/v1alpha1/bundles',
  'karpenter.sh/v1/nodepools',
  'karpenter.k8s.aws/v1/ec2nodeclasses',
  'keda.sh/v1alpha1/scaledobjects',
];

const listSchema = z.object({
  items: z.array(
    z.object({
      metadata: z.object({
        name: z.string(),
        namespace: z.string().optional(),
        generation: z.number().optional(),
      }),
      status: z
        .object({ conditions: z.array(z.unknown()).optional() })
        .optional(),
    }),
  ),
});

/** Plays the controllers that are not there: whatever waits for one is called Ready. Resolves to how many were. */
export async function playControllers(api: KubeApi): Promise<number> {
  let played = 0;
  for (const path of AWAITING) {
    const plural = path.split('/')[2];
    const root = `/apis/${path.split('/').slice(0, 2).join('/')}`;
    const { items } = await listOrNone(api, `/apis/${path}`);
    for (const { metadata, status } of items) {
      if (!status?.conditions?.length) {
        const { name, namespace } = metadata;
        await api.mergeStatus(
          namespace
            ? `${root}/namespaces/${namespace}/${plural}/${name}`
            : `${root}/${plural}/${name}`,
          {
            conditions: [
              {
                type: 'Ready',
                status: 'True',
                reason: 'PlayedByCheck',
                message: '',
                lastTransitionTime: new Date().toISOString(),
                observedGeneration: metadata.generation,
              },
            ],
          },
        );
        played += 1;
      }
    }
  }
  return played;
}

/** A kind that the cluster does not know waits for nobody. */
async function listOrNone(api: KubeApi, path: string) {
  try {
    return listSchema.parse(await api.get(path));
  } catch (error) {
    if (error instanceof KubeRefusal) {
      return { items: [] };
    }
    throw error;
  }
}
