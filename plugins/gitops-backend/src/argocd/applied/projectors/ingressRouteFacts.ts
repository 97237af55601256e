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
import { listOf, number, some, text } from './lenient';
import {
  resourceRefSchema,
  serviceRefs,
  type ResourceRef,
  type ServiceRef,
} from './serviceRef';

/** One rule of an IngressRoute. */
export interface AppliedRule {
  /** Absent for UDP, which has none. */
  match?: string;
  priority?: number;
  middlewares: ResourceRef[];
  services: ServiceRef[];
}

/** What is kept of an IngressRoute, IngressRouteTCP or IngressRouteUDP. */
export interface IngressRouteFacts {
  /** Empty: those that Traefik takes by default. */
  entryPoints: string[];
  /** `spec.ingressClassName`, else the annotation `kubernetes.io/ingress.class`. */
  ingressClass?: string;
  rules: AppliedRule[];
  /** When it was first applied; ISO 8601. */
  createdAt?: string;
  tls?: { secretName?: string; certResolver?: string; passthrough: boolean };
}

const ingressRouteSchema = z.object({
  metadata: z
    .object({
      creationTimestamp: text,
      annotations: some(z.object({ 'kubernetes.io/ingress.class': text })),
    })
    .catch({}),
  spec: z.object({
    ingressClassName: text,
    entryPoints: listOf(z.string()),
    routes: listOf(
      z.object({
        match: text,
        priority: number,
        middlewares: listOf(resourceRefSchema),
        services: serviceRefs,
      }),
    ),
    tls: some(
      z
        .object({
          secretName: text,
          certResolver: text,
          passthrough: z.boolean().default(false).catch(false),
        })
        .nullable(),
    ),
  }),
});

export function ingressRouteFacts(
  live: JsonObject,
): IngressRouteFacts | undefined {
  const parsed = ingressRouteSchema.safeParse(live).data;
  return (
    parsed && {
      entryPoints: parsed.spec.entryPoints,
      ingressClass:
        parsed.spec.ingressClassName ??
        parsed.metadata.annotations?.['kubernetes.io/ingress.class'],
      rules: parsed.spec.routes,
      createdAt: parsed.metadata.creationTimestamp,
      tls: parsed.spec.tls ?? undefined,
    }
  );
}
