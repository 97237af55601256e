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

import type { Response } from 'express';

/**
 * Lets the handler answer, but breaks the connection after half of the first piece of its body, as a proxy that
 * dies would: headers promise more than there is.
 */
export function truncateResponse(response: Response): void {
  const write = response.write.bind(response);
  const breakOff = (chunk: unknown) => {
    const bytes =
      typeof chunk === 'string' || chunk instanceof Uint8Array
        ? Buffer.from(chunk)
        : Buffer.alloc(0);
    if (!response.headersSent && !response.getHeader('content-length')) {
      response.setHeader('content-length', Math.max(bytes.length, 2));
    }
    const half = bytes.subarray(0, Math.floor(bytes.length / 2));
    response.flushHeaders();
    write(half.length > 0 ? half : Buffer.from(' '), () =>
      response.socket?.destroy(),
    );
  };
  let broken = false;
  const once = (chunk: unknown) => {
    if (!broken && typeof chunk !== 'function') {
      broken = true;
      breakOff(chunk);
    }
    return response;
  };
  response.end = once;
  response.write = chunk => {
    once(chunk);
    return true;
  };
}
