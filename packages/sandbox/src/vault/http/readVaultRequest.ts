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

import type { Request } from 'express';
import { readRequestText } from '../../server/readRequestText';
import type { Operation, VaultRequest } from './VaultRequest';
import { VaultError } from './VaultError';

const LIMIT = 32 * 1024 * 1024;
const MERGE_PATCH = 'application/merge-patch+json';

const OPERATIONS: Record<string, Operation> = {
  GET: 'read',
  HEAD: 'read',
  LIST: 'list',
  POST: 'update',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readRequestText(request, LIMIT);
  if (text === undefined) {
    throw new VaultError(413, 'http: request body too large');
  }
  if (text.trim() === '') {
    return {};
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    throw new VaultError(500, error instanceof Error ? error.message : 'EOF');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new VaultError(400, 'error parsing JSON: an object is expected');
  }
  return Object.fromEntries(Object.entries(body));
}

/** The path as Go's server cleans it: no empty segment, no dots; a slash at the end stays. */
function cleanPath(encoded: string): string {
  let decoded: string;
  try {
    decoded = decodeURIComponent(encoded);
  } catch {
    throw VaultError.badRequest(`invalid URL escape in ${encoded}`);
  }
  const kept: string[] = [];
  for (const segment of decoded.split('/')) {
    if (segment === '..') {
      kept.pop();
    } else if (segment !== '' && segment !== '.') {
      kept.push(segment);
    }
  }
  const folder = /(^|\/)\.{0,2}$/.test(decoded) && kept.length > 0;
  return `${kept.join('/')}${folder ? '/' : ''}`;
}

function asksForList(value: string | undefined): boolean {
  if (value === undefined || value === '') {
    return false;
  }
  if (/^(1|t|true)$/i.test(value)) {
    return true;
  }
  if (/^(0|f|false)$/i.test(value)) {
    return false;
  }
  throw new VaultError(400);
}

/** Reads a call to `/v1/…`. Throws `VaultError` for what Vault cannot read either. */
export async function readVaultRequest(
  request: Request,
): Promise<VaultRequest> {
  const [encoded, search = ''] = request.originalUrl
    .replace(/^\/v1\/?/, '')
    .split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  const asked = OPERATIONS[request.method];
  if (!asked) {
    throw new VaultError(405);
  }
  const type = request.get('content-type') ?? '';
  if (asked === 'patch' && !type.startsWith(MERGE_PATCH)) {
    throw new VaultError(
      415,
      `PATCH requires Content-Type of ${MERGE_PATCH}, provided ${type}`,
    );
  }
  const list = asked === 'read' && asksForList(query.list);
  const operation = list ? 'list' : asked;
  const path = cleanPath(encoded);
  return {
    operation,
    path: operation === 'list' && !path.endsWith('/') ? `${path}/` : path,
    query,
    body: await readBody(request),
  };
}

/** The token of a call. */
export function tokenOf(request: Request): string | undefined {
  const [scheme, bearer] = (request.get('authorization') ?? '').split(' ');
  return (
    request.get('x-vault-token') ||
    (/^bearer$/i.test(scheme) ? bearer : undefined) ||
    undefined
  );
}
