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
import { some } from './lenient';
import {
  optionalServiceRef,
  serviceRefs,
  serviceRefSchema,
  type ServiceRef,
} from './serviceRef';

/** What a TraefikService is made of. */
export interface TraefikServiceFacts {
  kind: 'weighted' | 'highestRandomWeight' | 'mirroring' | 'failover';
  services: ServiceRef[];
}

const several = some(z.object({ services: serviceRefs }));

const traefikServiceSchema = z.object({
  spec: z.object({
    weighted: several,
    highestRandomWeight: several,
    mirroring: some(
      z.intersection(serviceRefSchema, z.object({ mirrors: serviceRefs })),
    ),
    failover: some(
      z.object({ service: optionalServiceRef, fallback: optionalServiceRef }),
    ),
  }),
});

export function traefikServiceFacts(
  live: JsonObject,
): TraefikServiceFacts | undefined {
  const { spec } = traefikServiceSchema.safeParse(live).data ?? {};
  if (spec?.weighted) {
    return { kind: 'weighted', ...spec.weighted };
  }
  if (spec?.highestRandomWeight) {
    return { kind: 'highestRandomWeight', ...spec.highestRandomWeight };
  }
  if (spec?.mirroring) {
    const { mirrors, ...main } = spec.mirroring;
    return { kind: 'mirroring', services: [main, ...mirrors] };
  }
  if (spec?.failover) {
    const { service, fallback } = spec.failover;
    return {
      kind: 'failover',
      services: [service, fallback].flatMap(ref => ref ?? []),
    };
  }
  return undefined;
}
