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
import type { KubernetesObject } from '../../argocd';

const workload = z.looseObject({
  template: z.looseObject({
    spec: z.looseObject({
      containers: z
        .array(
          z.looseObject({
            ports: z
              .array(
                z.looseObject({
                  name: z.string().optional(),
                  containerPort: z.number(),
                }),
              )
              .default([]),
          }),
        )
        .default([]),
    }),
  }),
});

/** The port of a workload's pods that a port of a Service leads to. */
export function containerPortOf(
  manifest: KubernetesObject,
  port: { port: number; targetPort?: string | number },
): number {
  const target = port.targetPort ?? port.port;
  if (typeof target === 'number') {
    return target;
  }
  const parsed = workload.safeParse(manifest.spec);
  const ports = (parsed.data?.template.spec.containers ?? []).flatMap(
    container => container.ports,
  );
  return ports.find(({ name }) => name === target)?.containerPort ?? port.port;
}
