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

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { GrpcError, toGrpcError } from './GrpcError';

const compress = promisify(gzip);

/** Whether a client takes gzip, by the plain reading of its header. */
export function acceptsGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
}

/** Sends a body with just the headers that Argo CD sends. */
export async function sendBody(
  request: Request,
  response: Response,
  answer: { status: number; headers: Record<string, string>; body: string },
): Promise<void> {
  const bytes = Buffer.from(answer.body);
  const zipped = acceptsGzip(request);
  const sent = zipped ? await compress(bytes) : bytes;
  response.writeHead(answer.status, {
    ...answer.headers,
    Vary: 'Accept-Encoding',
    ...(zipped ? { 'Content-Encoding': 'gzip' } : {}),
    'Content-Length': String(sent.length),
  });
  response.end(sent);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

/** A successful answer. */
export async function sendJson(
  request: Request,
  response: Response,
  body: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): Promise<void> {
  await sendBody(request, response, {
    status: options.status ?? 200,
    headers: {
      ...JSON_TYPE,
      'Grpc-Metadata-Content-Type': 'application/grpc',
      ...options.headers,
    },
    body: JSON.stringify(body),
  });
}

/** An error as Argo CD's gateway sends it. */
export async function sendError(
  request: Request,
  response: Response,
  error: GrpcError,
): Promise<void> {
  await sendBody(request, response, {
    status: error.status,
    headers: JSON_TYPE,
    body: JSON.stringify(error.body),
  });
}

/** A stream that is at its end as soon as it begins: a message a line. */
export async function sendLines(
  request: Request,
  response: Response,
  messages: unknown[],
): Promise<void> {
  await sendBody(request, response, {
    status: 200,
    headers: JSON_TYPE,
    body: messages.map(message => `${JSON.stringify(message)}\n`).join(''),
  });
}

/** What Go's `http.Error` sends: a line of text. */
export async function sendText(
  request: Request,
  response: Response,
  status: number,
  text: string,
): Promise<void> {
  await sendBody(request, response, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'X-Content-Type-Options': 'nosniff',
    },
    body: `${text}\n`,
  });
}

/** Wraps a handler so that whatever it throws becomes an answer of Argo CD's kind. */
export function answering(
  handle: (request: Request, response: Response) => Promise<unknown>,
) {
  return async (request: Request, response: Response): Promise<void> => {
    try {
      const body = await handle(request, response);
      if (!response.headersSent) {
        await sendJson(request, response, body ?? {});
      }
    } catch (error) {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      await sendError(request, response, toGrpcError(error));
    }
  };
}
