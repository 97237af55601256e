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

import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ApplicationSpec, KubernetesObject } from '../types';

const source = z.looseObject({
  repoURL: z.string(),
  path: z.string().optional(),
  targetRevision: z.string().optional(),
  chart: z.string().optional(),
  ref: z.string().optional(),
  helm: z
    .looseObject({
      releaseName: z.string().optional(),
      namespace: z.string().optional(),
      kubeVersion: z.string().optional(),
      apiVersions: z.array(z.string()).optional(),
      valueFiles: z.array(z.string()).optional(),
      values: z.string().optional(),
      valuesObject: z.unknown().optional(),
      parameters: z
        .array(
          z.looseObject({
            name: z.string().optional(),
            value: z.string().optional(),
            forceString: z.boolean().optional(),
          }),
        )
        .optional(),
      fileParameters: z
        .array(
          z.looseObject({
            name: z.string().optional(),
            path: z.string().optional(),
          }),
        )
        .optional(),
      ignoreMissingValueFiles: z.boolean().optional(),
      skipCrds: z.boolean().optional(),
      skipTests: z.boolean().optional(),
      skipSchemaValidation: z.boolean().optional(),
    })
    .optional(),
  kustomize: z.record(z.string(), z.unknown()).optional(),
  plugin: z.record(z.string(), z.unknown()).optional(),
  directory: z
    .looseObject({
      recurse: z.boolean().optional(),
      include: z.string().optional(),
      exclude: z.string().optional(),
    })
    .optional(),
});

const spec = z.looseObject({
  project: z.string(),
  source: source.optional(),
  sources: z.array(source).optional(),
  destination: z.looseObject({
    server: z.string().optional(),
    name: z.string().optional(),
    namespace: z.string().optional(),
  }),
  syncPolicy: z
    .looseObject({
      automated: z
        .looseObject({
          enabled: z.boolean().optional(),
          prune: z.boolean().optional(),
          selfHeal: z.boolean().optional(),
          allowEmpty: z.boolean().optional(),
        })
        .nullish(),
      syncOptions: z.array(z.string()).optional(),
      retry: z.looseObject({ limit: z.number().optional() }).optional(),
    })
    .optional(),
  revisionHistoryLimit: z.number().optional(),
});

/**
 * The specification in the manifest of an Application. Throws `InputError` with what an API server says of one that
 * does not fit the resource's schema.
 */
export function readApplicationSpec(
  manifest: Pick<KubernetesObject, 'metadata' | 'spec'>,
): ApplicationSpec {
  const parsed = spec.safeParse(manifest.spec);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path, message }) => `${['spec', ...path].join('.')}: ${message}`,
    );
    throw new InputError(
      `Application.argoproj.io "${
        manifest.metadata.name
      }" is invalid: ${problems.join(', ')}`,
    );
  }
  return parsed.data;
}
