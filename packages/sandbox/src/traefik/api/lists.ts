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

import type { Certificate, Configuration } from '../config';
import { presentItem, presentRouter } from './present';

/** One list of the API: what it holds by name, and how its items are found. */
export interface ApiList {
  /** As errors call one of its items. */
  noun: string;
  items: () => { name: string; status: string }[];
  /** The texts that `search` looks into. */
  searched: (item: Record<string, unknown>) => string[];
}

const nameAndRule = (item: Record<string, unknown>) => [
  String(item.rule ?? ''),
  String(item.name),
];
const nameOnly = (item: Record<string, unknown>) => [String(item.name)];

/** The lists, by path below `/api`. */
export function apiLists(
  configuration: Configuration,
  certificates: () => Certificate[],
): Record<string, ApiList> {
  const lists: Record<string, ApiList> = {
    certificates: {
      noun: 'certificate',
      items: certificates,
      searched: ({ commonName, issuerOrg, issuerCN, sans }) =>
        [commonName, issuerOrg, issuerCN, sans].flat().map(String),
    },
  };
  for (const protocol of ['http', 'tcp', 'udp'] as const) {
    const { routers, services, middlewares } = configuration[protocol];
    lists[`${protocol}/routers`] = {
      noun: 'router',
      items: () =>
        [...routers].map(one => presentRouter(one, protocol === 'udp')),
      searched: protocol === 'udp' ? nameOnly : nameAndRule,
    };
    lists[`${protocol}/services`] = {
      noun: 'service',
      items: () => [...services].map(presentItem),
      searched: nameOnly,
    };
    if (protocol !== 'udp') {
      lists[`${protocol}/middlewares`] = {
        noun: 'middleware',
        items: () => [...middlewares].map(presentItem),
        searched: nameOnly,
      };
    }
  }
  return lists;
}
