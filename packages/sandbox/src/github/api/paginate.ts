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

import type { Request, Response } from 'express';

/** Which part of a list a call asks for. */
export interface Page {
  page: number;
  perPage: number;
}

const DEFAULT_SIZE = 30;
const LARGEST_SIZE = 100;

/** Reads `page` and `per_page`; what makes no sense counts as absent, as on GitHub. */
export function pageOf(request: Request): Page {
  const page = Number(request.query.page);
  const perPage = Number(request.query.per_page);
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    perPage:
      Number.isInteger(perPage) && perPage > 0
        ? Math.min(perPage, LARGEST_SIZE)
        : DEFAULT_SIZE,
  };
}

/** Sets the `Link` header that clients follow to the other pages (RFC 8288). */
export function linkPages(
  request: Request,
  response: Response,
  options: { baseUrl: string; total: number },
): Page {
  const { page, perPage } = pageOf(request);
  const last = Math.max(1, Math.ceil(options.total / perPage));
  const link = (target: number, rel: string) => {
    const url = new URL(request.originalUrl, options.baseUrl);
    url.searchParams.set('page', String(target));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  if (links.length > 0) {
    response.setHeader('Link', links.join(', '));
  }
  return { page, perPage };
}

/** Answers one page of a list that is at hand as a whole. */
export function pageFrom<T>(
  request: Request,
  response: Response,
  baseUrl: string,
  items: T[],
): T[] {
  const total = items.length;
  const { page, perPage } = linkPages(request, response, { baseUrl, total });
  return items.slice((page - 1) * perPage, page * perPage);
}
