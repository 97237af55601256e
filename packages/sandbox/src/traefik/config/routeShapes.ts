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

const port = z.union([z.string(), z.number()]).optional();

const middlewareRef = z.looseObject({
  name: z.string(),
  namespace: z.string().optional(),
});

/** What a route, or a TraefikService, hands requests to. */
export const serviceRef = z.looseObject({
  name: z.string(),
  namespace: z.string().optional(),
  kind: z.string().optional(),
  port,
  weight: z.number().optional(),
  percent: z.number().optional(),
  scheme: z.string().optional(),
  nativeLB: z.boolean().optional(),
  passHostHeader: z.boolean().optional(),
  strategy: z.string().optional(),
});

export type ServiceRef = z.infer<typeof serviceRef>;

const tls = z
  .looseObject({
    secretName: z.string().optional(),
    certResolver: z.string().optional(),
    passthrough: z.boolean().optional(),
    domains: z.array(z.record(z.string(), z.unknown())).optional(),
    options: z
      .looseObject({ name: z.string(), namespace: z.string().optional() })
      .optional(),
  })
  .nullish();

/** The spec of an IngressRoute, and of its TCP and UDP kin, as far as it is read. */
export const routeSpec = z.looseObject({
  entryPoints: z.array(z.string()).default([]),
  routes: z
    .array(
      z.looseObject({
        kind: z.string().optional(),
        match: z.string().default(''),
        syntax: z.string().optional(),
        priority: z.number().optional(),
        middlewares: z.array(middlewareRef).default([]),
        services: z.array(serviceRef).default([]),
      }),
    )
    .default([]),
  tls,
});

export type RouteSpec = z.infer<typeof routeSpec>;

/** The spec of a TraefikService. */
export const traefikServiceSpec = z.looseObject({
  weighted: z
    .looseObject({ services: z.array(serviceRef).default([]) })
    .optional(),
  mirroring: serviceRef
    .extend({ mirrors: z.array(serviceRef).default([]) })
    .optional(),
  failover: z
    .looseObject({ service: serviceRef, fallback: serviceRef })
    .optional(),
  highestRandomWeight: z
    .looseObject({ services: z.array(serviceRef).default([]) })
    .optional(),
});
