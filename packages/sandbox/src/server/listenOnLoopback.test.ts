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

import { listenOnLoopback } from './listenOnLoopback';

describe('listenOnLoopback', () => {
  it('says which port is taken and who needs it, and is free again when closed', async () => {
    const first = await listenOnLoopback({ port: 0, name: 'the first' });
    const { port } = first;
    const early = await fetch(`http://localhost:${port}`);
    expect(early.status).toBe(503);
    await expect(
      listenOnLoopback({ port, name: 'the GitHub stand-in' }),
    ).rejects.toThrow(
      `Port ${port} is in use, and the GitHub stand-in needs it; stop what listens there or choose another port`,
    );
    await first.close();
    const second = await listenOnLoopback({ port, name: 'the second' });
    second.handle((_request, response) => response.end('here'));
    const answer = await fetch(`http://localhost:${port}`);
    expect(await answer.text()).toBe('here');
    await second.close();
  });

  it('closes although a call hangs', async () => {
    const server = await listenOnLoopback({ port: 0, name: 'the test' });
    const reached = new Promise<void>(resolve => {
      server.handle(() => resolve());
    });
    const call = fetch(`http://localhost:${server.port}`);
    await reached;
    await Promise.all([
      expect(call).rejects.toThrow(/fetch failed/),
      server.close(),
    ]);
  });
});
