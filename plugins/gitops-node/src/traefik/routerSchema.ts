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
import { flag, sparseListOf, present, text } from '../argocd/tolerant';
import { nameWithProvider } from './nameWithProvider';
import { plainErrors } from './plainErrors';
import type { TraefikProtocol, TraefikRouter } from './TraefikState';

const texts = sparseListOf(z.string());

export const statusSchema = z
  .enum(['enabled', 'warning', 'disabled'])
  .catch('enabled');

const rawRouter = z.object({
  name: z.string(),
  rule: text,
  ruleSyntax: text,
  entryPoints: texts,
  using: texts,
  service: text,
  middlewares: texts,
  priority: z.number().optional().catch(undefined),
  priorityStr: z
    .string()
    .regex(/^-?\d{1,20}$/)
    .optional()
    .catch(undefined),
  status: statusSchema,
  error: texts,
  tls: z
    .object({ certResolver: text, passthrough: flag })
    .nullish()
    .catch(undefined),
});

/** Reads a router; `undefined` where it is none. */
export function parseRouter(
  raw: unknown,
  protocol: TraefikProtocol,
): TraefikRouter | undefined {
  const router = rawRouter.safeParse(raw).data;
  if (!router) {
    return undefined;
  }
  const { name, rule, ruleSyntax, service, tls, status } = router;
  const using = present(router.using);
  return {
    protocol,
    name,
    rule,
    syntax: ruleSyntax,
    entryPoints: using.length > 0 ? using : present(router.entryPoints),
    service: service ? nameWithProvider(service, name) : undefined,
    middlewares: present(router.middlewares).map(middleware =>
      nameWithProvider(middleware, name),
    ),
    priority: router.priorityStr ?? exact(router.priority),
    status,
    errors: plainErrors(present(router.error)),
    tls: tls
      ? {
          resolver: tls.certResolver || undefined,
          passthrough: tls.passthrough === true,
        }
      : undefined,
  };
}

/** Older versions say it only as a number, of which JavaScript keeps no more than 53 bits. */
function exact(priority: number | undefined): string | undefined {
  return Number.isSafeInteger(priority) ? String(priority) : undefined;
}
