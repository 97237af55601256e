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

/** All values of a query parameter, in order; the query is read afresh so that `a=1&a=2` and `a[]=1` mean what they say. */
export function queryValues(request: Request, name: string): string[] {
  const start = request.originalUrl.indexOf('?');
  const query = start < 0 ? '' : request.originalUrl.slice(start + 1);
  return new URLSearchParams(query).getAll(name);
}

/** The first value of a query parameter; `undefined` where it is absent or empty. */
export function queryValue(request: Request, name: string): string | undefined {
  return queryValues(request, name)[0] || undefined;
}
