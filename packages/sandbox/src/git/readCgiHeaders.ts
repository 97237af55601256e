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

import type { Readable } from 'node:stream';

/** Head of a CGI answer (RFC 3875), and the first bytes of the body that came with it. */
export interface CgiHead {
  status: number;
  headers: [string, string][];
  rest: Buffer;
}

const END = /\r?\n\r?\n/;

function parseHead(text: string): Omit<CgiHead, 'rest'> {
  const headers = text.split(/\r?\n/).map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon), line.slice(colon + 1).trim()];
  });
  const status = headers.find(([name]) => name.toLowerCase() === 'status');
  return {
    status: status ? Number.parseInt(status[1], 10) : 200,
    headers: headers.filter(header => header !== status),
  };
}

/** Reads up to the empty line and leaves the stream paused behind it; `undefined` where the stream ends before it. */
export async function readCgiHeaders(
  stream: Readable,
): Promise<CgiHead | undefined> {
  let seen = Buffer.alloc(0);
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    seen = Buffer.concat([seen, chunk]);
    const text = seen.toString('latin1');
    const match = END.exec(text);
    if (match) {
      const rest = seen.subarray(match.index + match[0].length);
      return { ...parseHead(text.slice(0, match.index)), rest };
    }
  }
  return undefined;
}
