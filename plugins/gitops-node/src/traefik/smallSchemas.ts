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
import { listOf, text } from '../argocd/tolerant';
import { statusSchema } from './routerSchema';
import type {
  TraefikCertificate,
  TraefikEntryPoint,
  TraefikMiddleware,
  TraefikOverview,
  TraefikProtocol,
} from './TraefikState';

const rawMiddleware = z.object({
  name: z.string(),
  type: text,
  status: statusSchema,
});

/** Reads a middleware, and leaves behind what is in it; `undefined` where it is none. */
export function parseMiddleware(
  raw: unknown,
  protocol: 'http' | 'tcp',
): TraefikMiddleware | undefined {
  const middleware = rawMiddleware.safeParse(raw).data;
  return middleware && { protocol, ...middleware };
}

const rawEntryPoint = z.object({ name: z.string(), address: text });

/** Reads an entry point; `undefined` where it is none. */
export function parseEntryPoint(raw: unknown): TraefikEntryPoint | undefined {
  return rawEntryPoint.safeParse(raw).data;
}

const rawCertificate = z.object({
  sans: listOf(z.string()),
  commonName: text,
  issuerOrg: text,
  issuerCN: text,
  notAfter: text,
});

/** Reads a certificate; `undefined` where it is none. */
export function parseCertificate(raw: unknown): TraefikCertificate | undefined {
  const certificate = rawCertificate.safeParse(raw).data;
  if (!certificate) {
    return undefined;
  }
  const { sans, commonName, issuerOrg, issuerCN, notAfter } = certificate;
  const expiresAt = Date.parse(notAfter ?? '');
  return {
    subject: commonName || undefined,
    hosts: sans,
    issuer: issuerOrg || issuerCN || undefined,
    expiresAt: Number.isNaN(expiresAt)
      ? undefined
      : new Date(expiresAt).toISOString(),
  };
}

export const versionSchema = z
  .object({ Version: z.string(), startDate: text })
  .transform(({ Version, startDate }) => ({
    version: Version,
    startedAt: startDate,
  }));

const total = z
  .object({ total: z.number().optional().catch(undefined) })
  .optional()
  .catch(undefined);
const totals = z
  .object({ routers: total, services: total, middlewares: total })
  .optional()
  .catch(undefined);

export const overviewSchema = z
  .object({ http: totals, tcp: totals, udp: totals })
  .transform((overview): TraefikOverview => {
    const of = (what: 'routers' | 'services' | 'middlewares') => {
      const count = (protocol: TraefikProtocol) =>
        overview[protocol]?.[what]?.total;
      return { http: count('http'), tcp: count('tcp'), udp: count('udp') };
    };
    return {
      routers: of('routers'),
      services: of('services'),
      middlewares: of('middlewares'),
    };
  });
