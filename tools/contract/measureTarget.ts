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

import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ApplicationStore,
  ArgoCdWatcher,
} from '../../plugins/gitops-backend/src/argocd/store';
import { ourClient, silent } from './argocd/ourClient';
import { startProxy } from './argocd/startProxy';
import { target } from './argocd/target';

/*
 * Measures one target, which has its Applications already: started by measure.mjs, which reads the JSON that this
 * prints.
 */

const LONGEST_SECONDS = 600;

const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

const seconds = (first: number, second: number) =>
  `${first.toFixed(1)} s, then ${second.toFixed(1)} s`;

function heap(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Resident memory of the server's process, in bytes. */
async function serverMemory(): Promise<number | undefined> {
  const pid = process.env.CONTRACT_SERVER_PID;
  if (pid) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
  }
  const answer = await fetch(`${target.url}/_sandbox/memory`);
  return answer.ok ? Object(await answer.json()).rss : undefined;
}

/** How long our watcher takes to a full store, and what comes over the wire until then. */
async function fillStore(count: number) {
  const proxy = await startProxy();
  const client = ourClient(undefined, { url: proxy.url });
  const store = ApplicationStore.create({ logger: silent });
  const before = heap();
  const watcher = ArgoCdWatcher.create({ client, store, logger: silent });
  const started = performance.now();
  watcher.start();
  try {
    const since = () => (performance.now() - started) / 1000;
    const reached = async (what: () => boolean) => {
      while (!what()) {
        if (since() > LONGEST_SECONDS) {
          throw new Error(`The store has ${store.size('target')} of ${count}`);
        }
        await delay(10);
      }
      return since();
    };
    const full = await reached(() => store.size('target') >= count);
    const confirmed = await reached(() => watcher.status().status === 'ok');
    const wire = proxy.answered();
    const [stream] = proxy.requests.flatMap(
      head => /^GET (\/api\/v1\/stream\S+)/.exec(head)?.[1] ?? [],
    );
    return { full, confirmed, wire, kept: heap() - before, stream };
  } finally {
    await watcher.stop();
    await client.close();
    proxy.stop();
  }
}

/** The bytes of a stream, uncompressed, until it has told of every Application. */
async function streamBytes(path: string, count: number): Promise<number> {
  const abort = new AbortController();
  const response = await fetch(`${target.url}${path}`, {
    headers: {
      Authorization: `Bearer ${target.token}`,
      'Accept-Encoding': 'identity',
    },
    signal: abort.signal,
  });
  let bytes = 0;
  let lines = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    lines += Buffer.from(chunk).filter(byte => byte === 0x0a).length;
    if (lines >= count) break;
  }
  abort.abort();
  return bytes;
}

/** The median of some lists of the names. */
async function namesList() {
  const client = ourClient();
  const times: number[] = [];
  try {
    for (let round = 0; round < 7; round += 1) {
      const started = performance.now();
      await client.listNames();
      times.push(performance.now() - started);
    }
    const { names } = await client.listNames();
    return { count: names.length, time: times.sort((a, b) => a - b)[3] };
  } finally {
    await client.close();
  }
}

async function main() {
  const { count } = await namesList();
  const filled = await fillStore(count);
  const again = await fillStore(count);
  const names = await namesList();
  const bytes = await streamBytes(filled.stream ?? '', count);
  const memory = await serverMemory();
  process.stdout.write(
    `${JSON.stringify({
      count,
      cells: [
        seconds(filled.full, again.full),
        seconds(filled.confirmed, again.confirmed),
        `${megabytes(bytes)} MB`,
        `${megabytes(filled.wire)} MB`,
        `${Math.round(names.time)} ms`,
        `${megabytes(filled.kept)} MB`,
        memory === undefined ? 'unknown' : `${megabytes(memory)} MB`,
      ],
    })}\n`,
  );
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
