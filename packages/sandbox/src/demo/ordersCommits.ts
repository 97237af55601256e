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

/** A commit of a demo repository. */
export interface DemoCommit {
  message: string;
  author: { name: string; email: string };
  /** How long before the first start it was made, in hours. */
  hoursAgo: number;
  files: Record<string, string>;
}

const ADA = { name: 'Ada Baker', email: 'ada@acme.example' };
const BEN = { name: 'Ben Cooper', email: 'ben@acme.example' };

const server = (lines: string[]) =>
  [
    "import { createServer } from 'node:http';",
    '',
    ...lines,
    '',
    'createServer(handle).listen(process.env.PORT);',
    '',
  ].join('\n');

/** How the service `orders` came to be, oldest first. */
export const ORDERS_COMMITS: DemoCommit[] = [
  {
    message: 'Take an order',
    author: ADA,
    hoursAgo: 16 * 24,
    files: {
      'README.md': '# Orders\n\nTakes the orders of the shop.\n',
      'package.json': '{\n  "name": "orders",\n  "type": "module"\n}\n',
      'catalog-info.yaml': [
        'apiVersion: backstage.io/v1alpha1',
        'kind: Component',
        'metadata:',
        '  name: orders',
        'spec:',
        '  type: service',
        '  lifecycle: production',
        '  owner: group:default/team-shop',
        '',
      ].join('\n'),
      'src/server.js': server([
        'function handle(request, response) {',
        '  response.end(JSON.stringify({ taken: true }));',
        '}',
      ]),
    },
  },
  {
    message: 'Refuse orders without lines',
    author: BEN,
    hoursAgo: 12 * 24,
    files: {
      'src/validate.js':
        'export const validate = order => order.lines.length > 0;\n',
    },
  },
  {
    message: 'Tell the stock service what was taken',
    author: ADA,
    hoursAgo: 8 * 24,
    files: {
      'src/stock.js':
        "export const tell = order => fetch(process.env.STOCK_URL, { method: 'POST', body: JSON.stringify(order) });\n",
    },
  },
  {
    message: 'Round prices once per order, not once per line',
    author: BEN,
    hoursAgo: 5 * 24,
    files: {
      'src/price.js':
        'export const total = lines => Math.round(lines.reduce((sum, { price }) => sum + price, 0));\n',
    },
  },
  {
    message: 'Ask the stock service a second time when it is busy',
    author: ADA,
    hoursAgo: 26,
    files: {
      'src/retry.js':
        'export const retry = async work => work().catch(() => work());\n',
    },
  },
  {
    message: 'Answer /readyz only when the database does',
    author: BEN,
    hoursAgo: 3,
    files: {
      'src/ready.js': 'export const ready = database => database.ping();\n',
    },
  },
];

/** Which of the commits runs where; promotion is behind on purpose. */
export const ORDERS_VERSIONS: Record<string, number> = {
  dev: 5,
  staging: 3,
  production: 2,
};
