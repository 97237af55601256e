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

import type { Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { type Certificate, type Configuration, ENTRY_POINTS } from '../config';
import { filterItems } from './filterItems';
import { apiLists } from './lists';
import { overview, rawData } from './overview';
import { pageOf } from './paging';
import { toJson } from './present';
import { TraefikError } from './TraefikError';

/** What one replica answers from. */
export interface ApiSource {
  configuration: Configuration;
  certificates: () => Certificate[];
  startDate: string;
}

const JSON_TYPE = 'application/json';

function send(
  response: Response,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const text = toJson(body);
  response.writeHead(200, { 'Content-Type': JSON_TYPE, ...headers });
  response.end(text);
}

/** As Go's `http.Error` sends it. */
export function sendText(response: Response, status: number, text: string) {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(`${text}\n`);
}

function entryPoints() {
  return Object.entries(ENTRY_POINTS).map(([name, entryPoint]) => ({
    ...entryPoint,
    name,
    status: '',
  }));
}

/** An item by its name, with the escapes of a path. */
function find<T extends { name?: unknown }>(
  items: T[],
  encoded: string,
  noun: string,
): T {
  let name = encoded;
  try {
    name = decodeURIComponent(encoded);
  } catch {
    throw new TraefikError(400, `unable to decode ${noun}ID "${encoded}"`);
  }
  const found = items.find(item => item.name === name);
  if (!found) {
    throw new TraefikError(404, `${noun} not found: ${name}`);
  }
  return found;
}

function answer(request: Request, response: Response, source: ApiSource): void {
  const { configuration, certificates, startDate } = source;
  const [path, search = ''] = request.url.slice(1).split('?', 2);
  const query = new URLSearchParams(search);
  const page = (items: unknown[]) => {
    const { items: some, nextPage } = pageOf(items, query);
    send(response, some, { 'X-Next-Page': String(nextPage) });
  };
  const withoutStatus = ({
    status: _none,
    ...entryPoint
  }: {
    status: string;
  }) => entryPoint;
  const [first, second, third] = path.split('/');
  switch (path) {
    case 'version':
      send(
        response,
        { Version: '3.7.12', Codename: 'cheddar', startDate },
        { 'Content-Type': 'application/json; charset=UTF-8' },
      );
      return;
    case 'overview':
      send(response, overview(configuration, certificates()));
      return;
    case 'rawdata':
      send(response, rawData(configuration));
      return;
    case 'support-dump':
      throw new TraefikError(
        501,
        'The sandbox does not implement support-dump',
      );
    case 'entrypoints':
      page(entryPoints().map(withoutStatus));
      return;
    default:
  }
  if (first === 'entrypoints' && third === undefined) {
    const found = find(entryPoints(), second, 'entry point');
    send(response, withoutStatus(found));
    return;
  }
  const lists = apiLists(configuration, certificates);
  if (Object.hasOwn(lists, path)) {
    page(filterItems(lists[path], query));
    return;
  }
  const [parent, name] = [
    path.slice(0, path.lastIndexOf('/')),
    path.slice(path.lastIndexOf('/') + 1),
  ];
  if (Object.hasOwn(lists, parent)) {
    const { items, noun } = lists[parent];
    send(response, find(items(), name, noun));
    return;
  }
  sendText(response, 404, '404 page not found');
}

/** Everything below `/api`. */
export function apiRouter(source: () => ApiSource): Router {
  const router = PromiseRouter();
  router.use((request, response) => {
    if (request.method !== 'GET') {
      response.writeHead(405).end();
      return;
    }
    try {
      answer(request, response, source());
    } catch (error) {
      if (!(error instanceof TraefikError)) {
        throw error;
      }
      const body = JSON.stringify({ message: error.message });
      sendText(response, error.status, body);
    }
  });
  return router;
}
