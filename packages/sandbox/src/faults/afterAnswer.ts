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
 * Lets the handler answer into the void. When it has ended, the response is as new and `answer` is called to say
 * something else: what was asked for is done, and its client never hears of it.
 */
export function afterAnswer(response: Response, answer: () => void): void {
  const { write, end, writeHead, flushHeaders } = response;
  response.write = () => true;
  response.writeHead = () => response;
  response.flushHeaders = () => undefined;
  response.end = () => {
    Object.assign(response, { write, end, writeHead, flushHeaders });
    response.getHeaderNames().forEach(name => response.removeHeader(name));
    answer();
    return response;
  };
}
