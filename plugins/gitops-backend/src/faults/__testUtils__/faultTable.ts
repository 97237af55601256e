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

import type { RequestListener } from 'node:http';
import { json } from './FaultyArgoCd';

/** What may be the matter between the backend and Argo CD, and what the API says of it. */
export interface Fault {
  name: string;
  /** How a call is answered; the faults without it concern the whole server. */
  answer?: (elsewhere: string) => RequestListener;
  /** It passes after that many calls. */
  times?: number;
  /** What it is called, for everybody who sees the page. */
  reason: RegExp;
  /** What becomes of an instance whose stream has the fault; `stale`, for the reason, where nothing else is said. */
  stream?: 'ok' | 'polling';
  /** What an operation is answered; 503 with the reason, where nothing else is said. */
  operation?: { status: number; message: RegExp };
  /** Whether Argo CD may have begun what it was told to. */
  uncertain?: true;
}

const LONG = 100_000_000;

const refusal = (status: number, code: number, message: string) => () =>
  json(status, { error: message, code, message });

/** Once the backend has failed to get through a few times, it waits. */
const unreachable = (reason: string) =>
  new RegExp(`${reason}|has failed repeatedly and is asked again in a moment`);

export const faultTable: Fault[] = [
  {
    name: 'refused',
    reason: unreachable('cannot be reached or breaks the connection'),
  },
  { name: 'dns', reason: unreachable('cannot be found in the network') },
  {
    name: 'tls',
    reason: unreachable('presents a certificate that is not trusted'),
  },
  {
    name: 'hang-before-headers',
    answer: () => () => {},
    reason: unreachable('does not answer in time'),
    // The stream of a quiet Argo CD looks the same for ten seconds: what the list says counts.
    stream: 'ok',
    uncertain: true,
  },
  {
    name: 'hang-mid-body',
    answer: () => (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"items":');
    },
    reason: unreachable('does not answer in time'),
    stream: 'ok',
    uncertain: true,
  },
  {
    name: '401-once',
    answer: refusal(401, 16, 'invalid session'),
    times: 1,
    reason: /never said/,
    stream: 'ok',
  },
  {
    name: '401-always',
    answer: refusal(401, 16, 'invalid session'),
    reason: /refuses the backend's credentials/,
  },
  {
    name: '403',
    answer: refusal(403, 7, 'permission denied'),
    reason: /does not let the backend read this/,
    operation: {
      status: 503,
      message: /does not let the backend's account (sync|refresh) this/,
    },
  },
  {
    name: '404',
    answer: refusal(404, 5, 'not found'),
    reason: /does not know what was asked for/,
    stream: 'polling',
    operation: {
      status: 404,
      message: /has no Application argocd\/orders-dev any more/,
    },
  },
  {
    name: '429',
    answer: refusal(429, 8, 'too many requests'),
    reason: /gets too many calls for now/,
  },
  {
    name: '500',
    answer: refusal(500, 2, 'git: exit status 128'),
    reason: /answers with an error of its own/,
  },
  {
    name: 'truncated-json',
    answer: () => (_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.end('{"items":[{"meta');
    },
    reason: /answers what cannot be read/,
    stream: 'polling',
    uncertain: true,
  },
  {
    name: 'content-type',
    answer: () => (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/html' });
      res.end('<html>Sign in</html>');
    },
    reason: /answers something else than Argo CD does/,
    stream: 'polling',
    uncertain: true,
  },
  {
    name: '100-mb-body',
    answer: () => (req, res) => {
      res.writeHead(200, {
        'content-type': 'application/json',
        ...(!req.url?.includes('/stream/') && { 'content-length': LONG }),
      });
      const chunk = Buffer.alloc(1_000_000, ' ');
      let left = LONG;
      const more = () => {
        do {
          left -= chunk.length;
        } while (left >= 0 && res.write(chunk));
      };
      res.on('drain', more);
      more();
    },
    reason: /answers more than the backend takes/,
    stream: 'polling',
    uncertain: true,
  },
  {
    name: 'redirect',
    answer: elsewhere => (req, res) => {
      res.writeHead(307, { location: `${elsewhere}${req.url}` });
      res.end();
    },
    reason: /sends the backend elsewhere/,
    stream: 'polling',
  },
];
