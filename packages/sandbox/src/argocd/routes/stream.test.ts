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

import { ArgoCdServer } from '../__testUtils__/ArgoCdServer';
import { GitSandbox } from '../__testUtils__/GitSandbox';

jest.setTimeout(60_000);

interface Event {
  result: {
    type: string;
    application: {
      metadata: { name: string; resourceVersion?: string };
      status?: { health?: { status: string } };
    };
  };
}

/** A stream, read line by line. */
class Stream {
  readonly #abort = new AbortController();
  readonly #lines: string[] = [];
  response: Response | undefined;
  done: Promise<void>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.done = this.#read(url, headers).catch(error => {
      if (!this.#abort.signal.aborted) {
        throw error;
      }
    });
  }

  async #read(url: string, headers: Record<string, string>) {
    this.response = await fetch(url, {
      headers: { Authorization: 'Bearer sandbox-token', ...headers },
      signal: this.#abort.signal,
    });
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of this.response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true });
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      this.#lines.push(...lines.filter(Boolean));
    }
  }

  get events(): Event[] {
    return this.#lines.map(line => JSON.parse(line));
  }

  /** `TYPE name` of each event. */
  get told(): string[] {
    return this.events.map(
      ({ result }) => `${result.type} ${result.application.metadata.name}`,
    );
  }

  async until(count: number): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (this.#lines.length < count) {
      if (Date.now() > deadline) {
        throw new Error(`only ${this.#lines.length} events: ${this.told}`);
      }
      await new Promise(done => setTimeout(done, 10));
    }
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.done;
  }
}

describe('the stream of Applications', () => {
  let git: GitSandbox;
  let argocd: ArgoCdServer;
  const streams: Stream[] = [];

  const open = (query: string, headers?: Record<string, string>) => {
    const stream = new Stream(
      `${argocd.url}/api/v1/stream/applications${query}`,
      headers,
    );
    streams.push(stream);
    return stream;
  };
  const patch = async (name: string, body: unknown) =>
    argocd.call(`/_sandbox/applications/${name}`, { method: 'POST', body });
  const fill = async (body: unknown) =>
    argocd.call('/_sandbox/applications', { method: 'POST', body });
  const healthy = (status: string) => ({ status: { health: { status } } });
  const listVersion = async () => {
    const { json } = await argocd.call('/api/v1/applications');
    return String(json.metadata.resourceVersion);
  };

  beforeEach(async () => {
    git = await GitSandbox.create();
    argocd = await ArgoCdServer.start(git, { tools: false });
    await fill({ count: 2, prefix: 'a', labels: { team: 'a' } });
    await fill({ count: 1, prefix: 'b', project: 'team-b' });
  });

  afterEach(async () => {
    await Promise.all(streams.splice(0).map(async one => one.close()));
    await argocd.stop();
    await git.dispose();
  });

  it('begins with everything, goes on with changes, ends with removals', async () => {
    const stream = open('');
    await stream.until(3);
    expect(stream.told).toEqual(['ADDED a-1', 'ADDED a-2', 'ADDED b-1']);
    expect(stream.response?.headers.get('content-type')).toBe(
      'application/json',
    );
    await patch('a-2', healthy('Degraded'));
    await stream.until(4);
    expect(stream.events[3].result).toMatchObject({
      type: 'MODIFIED',
      application: { metadata: { name: 'a-2' }, ...healthy('Degraded') },
    });
    await argocd.call('/_sandbox/applications', { method: 'DELETE' });
    await stream.until(7);
    expect(stream.told.slice(4).sort()).toEqual([
      'DELETED a-1',
      'DELETED a-2',
      'DELETED b-1',
    ]);
  });

  it.each([
    ['?name=a-2', ['ADDED a-2']],
    ['?projects=team-b', ['ADDED b-1']],
    ['?project=team-b', ['ADDED b-1']],
    ['?selector=team%3Da', ['ADDED a-1', 'ADDED a-2']],
  ])('%s tells only what it asks for', async (query, expected) => {
    const stream = open(query);
    await stream.until(expected.length);
    await patch('a-1', healthy('Degraded'));
    await patch('a-2', healthy('Degraded'));
    await patch('b-1', healthy('Degraded'));
    const changed = expected.map(text => text.replace('ADDED', 'MODIFIED'));
    await stream.until(2 * expected.length);
    expect(stream.told).toEqual([...expected, ...changed]);
  });

  it('with a version, tells changes only, and none that it has missed', async () => {
    const version = await listVersion();
    await patch('a-1', healthy('Degraded'));
    const stream = open(`?resourceVersion=${version}`);
    // Nothing has come, not even a status.
    const named = open(`?resourceVersion=${version}&name=a-1`);
    await named.until(1);
    expect(named.told).toEqual(['ADDED a-1']);
    expect(stream.response).toBeUndefined();
    await patch('b-1', healthy('Degraded'));
    await stream.until(1);
    expect(stream.response?.status).toBe(200);
    expect(stream.told).toEqual(['MODIFIED b-1']);
  });

  it('selects fields, and keeps changes to itself that do not show', async () => {
    const stream = open(
      '?fields=result.type,result.application.metadata.name,result.application.status.health.status,result.application.status.history',
    );
    await stream.until(3);
    expect(stream.events[0]).toEqual({
      result: {
        type: 'ADDED',
        application: {
          metadata: { name: 'a-1' },
          status: {
            health: { status: 'Healthy' },
            history: [expect.objectContaining({ id: 0 })],
          },
        },
      },
    });
    await patch('a-1', healthy('Degraded'));
    await patch('a-1', { status: { reconciledAt: '2027-01-01T00:00:00Z' } });
    await patch('a-2', healthy('Degraded'));
    await stream.until(5);
    expect(stream.told.slice(3)).toEqual(['MODIFIED a-1', 'MODIFIED a-2']);
  });

  it('compresses, event by event', async () => {
    const stream = open('', { 'accept-encoding': 'gzip' });
    await stream.until(3);
    expect(stream.response?.headers.get('content-encoding')).toBe('gzip');
    await patch('a-1', healthy('Degraded'));
    await stream.until(4);
  });

  it('takes thousands at once', async () => {
    const stream = open('?fields=result.type,result.application.metadata.name');
    await stream.until(3);
    await fill({ count: 3000, prefix: 'many' });
    await stream.until(3003);
    expect(new Set(stream.told).size).toBe(3003);
  });

  it.each([
    ['', null, 401, { grpc_code: 16, message: 'no session information' }],
    [
      '?selector=%21%21',
      'sandbox-token',
      500,
      {
        grpc_code: 2,
        message:
          "error parsing labels with selectors: unable to parse requirement: found '!', expected: identifier",
      },
    ],
  ])('refuses %j with token %j', async (query, token, status, expected) => {
    const path = `/api/v1/stream/applications${query}`;
    const answer = await argocd.call(path, { token });
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatchObject({ ...expected, http_code: status });
    const projected = await argocd.call(
      `${path}${query ? '&' : '?'}fields=result.type`,
      { token },
    );
    expect([projected.status, projected.json]).toEqual([status, {}]);
  });
});
