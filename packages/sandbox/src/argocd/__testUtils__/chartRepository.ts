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

import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTool } from './GitSandbox';

const TEMPLATE = `apiVersion: v1
kind: ConfigMap
metadata: { name: "{{ .Release.Name }}" }
data: { version: "{{ .Chart.Version }}", greeting: "{{ .Values.greeting }}" }
`;

/** A Helm repository on loopback, with the versions of one chart. */
export async function startChartRepository(chart: string, versions: string[]) {
  const directory = await mkdtemp(join(tmpdir(), 'charts-test-'));
  const entries: string[] = [];
  for (const version of versions) {
    const source = join(directory, 'source', chart);
    await mkdir(join(source, 'templates'), { recursive: true });
    const meta = `apiVersion: v2\nname: ${chart}\nversion: ${version}\ndescription: Says hello\nhome: https://example.com\nmaintainers:\n  - { name: Ada, email: ada@example.com }\n  - { name: Bob }\n`;
    await writeFile(join(source, 'Chart.yaml'), meta);
    await writeFile(join(source, 'values.yaml'), 'greeting: hello\n');
    await writeFile(join(source, 'templates', 'all.yaml'), TEMPLATE);
    execFileSync(findTool('helm'), ['package', source], { cwd: directory });
    entries.push(
      `    - ${meta
        .trim()
        .replace(/\n/g, '\n      ')}\n      urls: [${chart}-${version}.tgz]\n`,
    );
  }
  await writeFile(
    join(directory, 'index.yaml'),
    `apiVersion: v1\nentries:\n  ${chart}:\n${entries.join('')}`,
  );
  const server = createServer((request, response) => {
    readFile(join(directory, (request.url ?? '/').slice(1))).then(
      body => response.end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await new Promise(done => server.close(done));
      await rm(directory, { recursive: true, force: true });
    },
  };
}
