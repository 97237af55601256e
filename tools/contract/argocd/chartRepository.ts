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
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The chart that {@link startChartRepository} has; its values decide what its ConfigMap says. */
export const CHART = 'gitops-contract-chart';

export const CHART_VERSIONS = ['1.2.0', '1.10.0'];

const metaOf = (version: string) => [
  'apiVersion: v2',
  `name: ${CHART}`,
  `version: ${version}`,
  'description: Proves what Argo CD tells of a chart',
  'home: https://example.com/chart',
  'maintainers:',
  '  - name: Ada',
  '    email: ada@example.com',
  '  - name: Bob',
];

const TEMPLATE = `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
data:
  version: {{ .Chart.Version | quote }}
  key: {{ .Values.key | quote }}
`;

/** Serves a Helm repository on loopback. */
export async function startChartRepository() {
  const directory = mkdtempSync(path.join(tmpdir(), 'gitops-contract-charts-'));
  const chart = path.join(directory, CHART);
  const index = ['apiVersion: v1', 'entries:', `  ${CHART}:`];
  for (const version of CHART_VERSIONS) {
    mkdirSync(path.join(chart, 'templates'), { recursive: true });
    writeFileSync(path.join(chart, 'Chart.yaml'), metaOf(version).join('\n'));
    writeFileSync(path.join(chart, 'values.yaml'), 'key: default\n');
    writeFileSync(path.join(chart, 'templates', 'all.yaml'), TEMPLATE);
    const file = `${CHART}-${version}.tgz`;
    execFileSync('tar', ['-czf', file, CHART], { cwd: directory });
    const [first, ...rest] = [...metaOf(version), `urls: [${file}]`];
    index.push(`    - ${first}`, ...rest.map(line => `      ${line}`));
  }
  writeFileSync(path.join(directory, 'index.yaml'), index.join('\n'));
  const server = createServer((request, response) => {
    const name = path.basename(request.url ?? '');
    try {
      response.end(readFileSync(path.join(directory, name)));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
