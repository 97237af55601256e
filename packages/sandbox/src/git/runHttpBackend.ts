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

import { spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { dirname } from 'node:path';
import type { Request, Response } from 'express';
import type { BareRepository } from './BareRepository';
import { readCgiHeaders } from './readCgiHeaders';
import { gitEnvironment } from './runGit';

/** The CGI variables that `git http-backend` reads; it unpacks gzip bodies and answers protocol version 2 itself. */
function cgiVariables(
  request: Request,
  options: { repository: BareRepository; service: string; user?: string },
): Record<string, string> {
  const { repository, service, user } = options;
  const query = new URL(request.originalUrl, 'http://localhost').search.slice(
    1,
  );
  const optional: Record<string, string | undefined> = {
    CONTENT_LENGTH: request.get('content-length'),
    CONTENT_TYPE: request.get('content-type'),
    HTTP_CONTENT_ENCODING: request.get('content-encoding'),
    GIT_PROTOCOL: request.get('git-protocol'),
    REMOTE_USER: user,
  };
  return {
    GIT_PROJECT_ROOT: dirname(repository.directory),
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: `${repository.directory.slice(
      dirname(repository.directory).length,
    )}/${service}`,
    QUERY_STRING: query,
    REQUEST_METHOD: request.method,
    REMOTE_ADDR: request.ip ?? '',
    ...Object.fromEntries(
      Object.entries(optional).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      ),
    ),
  };
}

/**
 * Hands one call to `git http-backend` and streams both ways. Resolves when git has ended: only then has a push
 * moved its refs. The caller ends the answer.
 */
export async function runHttpBackend(
  request: Request,
  response: Response,
  options: { repository: BareRepository; service: string; user?: string },
): Promise<void> {
  const child = spawn('git', ['http-backend'], {
    env: gitEnvironment(cgiVariables(request, options)),
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  // A client that goes away takes its git process with it.
  response.on('close', () => child.kill());
  // A git that refuses a body stops reading; what it answers says why.
  child.stdin.on('error', () => undefined);
  request.pipe(child.stdin);

  try {
    const head = await readCgiHeaders(child.stdout);
    if (!head) {
      response.status(500).type('text').write('git gave no answer\n');
      return;
    }
    response.status(head.status);
    head.headers.forEach(([name, value]) => response.setHeader(name, value));
    response.write(head.rest);
    await pipeline(child.stdout, response, { end: false });
  } finally {
    await ended;
  }
}
