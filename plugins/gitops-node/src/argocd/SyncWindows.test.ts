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
import { json, serve } from '../upstream/__testUtils__/serve';
import { clientFor, key } from './__testUtils__/clientFor';

const night = {
  kind: 'allow',
  schedule: '0 22 * * *',
  duration: '8h',
  manualSync: true,
};
const freeze = { kind: 'deny', schedule: '0 0 24 12 *', duration: '72h' };
const described = {
  ...night,
  timeZone: 'Europe/Berlin',
  applications: ['web-*'],
  clusters: ['in-cluster'],
  description: 'Nobody looks',
};

/** Argo CD with those windows; `project` is what it answers for the project. */
async function windows(answer: object, project: RequestListener) {
  const { url, requests } = await serve((req, res) =>
    (req.url?.startsWith('/api/v1/projects/') ? project : json(200, answer))(
      req,
      res,
    ),
  );
  const result = await clientFor(url).getSyncWindows(key);
  return { result, paths: requests.map(request => request.url) };
}
const answer = {
  canSync: true,
  activeWindows: [night],
  assignedWindows: [night, freeze, 'odd'],
};
const plain = { applications: [], namespaces: [], clusters: [] };
const asked =
  '/api/v1/applications/web-dev/syncwindows?appNamespace=argocd&project=team-a';

it('adds what only the project knows', async () => {
  const project = { spec: { syncWindows: [described, freeze] } };
  const full = { ...described, namespaces: [] };
  await expect(windows(answer, json(200, project))).resolves.toEqual({
    result: {
      canSync: true,
      active: [full],
      assigned: [full, { ...freeze, ...plain, manualSync: false }],
    },
    paths: [asked, '/api/v1/projects/team-a'],
  });
});

it.each<[string, RequestListener]>([
  ['may not be read', json(403, { code: 7, message: 'permission denied' })],
  ['has none', json(200, { spec: {} })],
  [
    'has two that look alike',
    json(200, {
      spec: { syncWindows: [described, { ...described, timeZone: 'UTC' }] },
    }),
  ],
])('describes nothing where the project %s', async (_name, project) => {
  const { result } = await windows(answer, project);
  expect(result).toEqual({
    canSync: true,
    active: [{ ...night, ...plain }],
    assigned: [
      { ...night, ...plain },
      { ...freeze, ...plain, manualSync: false },
    ],
  });
});

it('does not ask for the project where there are no windows', async () => {
  await expect(windows({ canSync: false }, json(500, {}))).resolves.toEqual({
    result: { canSync: false, active: [], assigned: [] },
    paths: [asked],
  });
});

it('does not take an answer without a verdict for one', async () => {
  await expect(windows({}, json(500, {}))).rejects.toMatchObject({
    failure: 'malformed',
  });
});
