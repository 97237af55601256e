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

import { CatalogClient } from '@backstage/catalog-client';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { type Outcome, readOutcome } from './__testUtils__/readOutcome';
import type { TaskResult } from './__testUtils__/runTask';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

/** Every call that changes something outside, and how the sandbox's GitHub sees it. */
const EFFECTS = {
  'creating the repository': ['POST', '^/api/v3/orgs/acme/repos$'],
  'pushing to it': ['POST', '/git-receive-pack$'],
  'writing the tree': ['POST', '/git/trees$'],
  'writing the commit': ['POST', '/git/commits$'],
  'creating the branch': ['POST', '/git/refs$'],
  'opening the pull request': ['POST', '/pulls$'],
  'describing the pull request': ['PATCH', '/pulls/\\d+$'],
  'moving the branch': ['PATCH', '/git/refs/heads'],
};

const CLONE = '/git-upload-pack$';

type Effect = keyof typeof EFFECTS | 'registering the component';
type When = 'before' | 'after';

const service = (name: string, replicas = 1) => ({
  name,
  owner: 'group:default/team-shop',
  environments: ['dev'],
  secrets: ['database'],
  chart: 'own',
  replicas,
});

function assertCompleted({ status, log }: TaskResult): void {
  if (status !== 'completed') {
    throw new Error(`The task is ${status}:\n${log}`);
  }
}

/** What there is of a service. */
function partsOf(outcome: Outcome): string[] {
  const { repositories, registrations, branches, pullRequests } = outcome;
  return Object.entries({
    repository: repositories.length > 0,
    files: repositories.some(({ files }) => files.length > 0),
    registration: registrations.length > 0,
    branch: branches !== '',
    'pull request': pullRequests.length > 0,
  }).flatMap(([part, present]) => (present ? [part] : []));
}

describe('a task of the Microservice template that is killed and run again', () => {
  const directory = createMockDirectory();
  let portal: Portal;
  const names: string[] = [];
  let created: Outcome;
  let updated: Outcome;
  let calls: Array<{ method: string; path: string; hits: number }>;

  const newName = () => {
    const name = `cart-${String(names.length).padStart(2, '0')}`;
    names.push(name);
    return name;
  };

  /**
   * Nothing of what the task does from here on reaches anything: to everybody outside it is dead, and it cannot tidy
   * up. Refused, because it would try again for a long time where a connection breaks.
   */
  const die = (where: { method?: string; path: string; after?: boolean }) =>
    portal.fault({ ...where, kind: 'status', status: 403, outage: true });

  function dieAtRegistration(after: boolean) {
    const { addLocation } = CatalogClient.prototype;
    jest
      .spyOn(CatalogClient.prototype, 'addLocation')
      .mockImplementation(async function register(
        this: CatalogClient,
        ...args
      ) {
        if (after) {
          await addLocation.apply(this, args);
        }
        await die({ path: '.' });
        throw new Error('The connection broke');
      });
  }

  async function runToDeath(
    when: When,
    effect: Effect,
    values: ReturnType<typeof service>,
  ) {
    const after = when === 'after';
    if (effect === 'registering the component') {
      dieAtRegistration(after);
    } else {
      const [method, path] = EFFECTS[effect];
      await die({ method, path, after });
    }
    const killed = await portal.run(values);
    jest.restoreAllMocks();
    await portal.heal();
    expect(killed.status).toBe('failed');
    return killed;
  }

  beforeAll(async () => {
    portal = await startPortal(directory);
    await portal.has('template:default/microservice');
    await portal.has('group:default/team-shop');

    for (const [method, path] of Object.values(EFFECTS)) {
      await portal.fault({ method, path, kind: 'slow', delayMs: 0 });
    }
    // What this test reads is no effect of the task.
    await portal.fault({ path: CLONE, kind: 'slow', delayMs: 0 });
    for (const method of ['POST', 'PATCH', 'PUT', 'DELETE']) {
      await portal.fault({ method, path: '.', kind: 'slow', delayMs: 0 });
    }
    // Among the others in the list of registries, which is sorted.
    const undisturbed = 'cart-undisturbed';
    assertCompleted(await portal.run(service(undisturbed)));
    created = await readOutcome(portal, undisturbed);
    assertCompleted(await portal.run(service(undisturbed, 2)));
    calls = (await portal.gitHub('/_sandbox/faults')).faults;
    await portal.heal();
    updated = await readOutcome(portal, undisturbed);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await portal.heal();
  });
  afterAll(() => portal.stop());

  it('leaves one of each where it is not killed', () => {
    expect(created).toMatchObject({
      repositories: [
        {
          name: 'acme/<name>',
          branches: 'main',
          commits: 'feat: <name>, from the Microservice template',
        },
      ],
      branches: 'gitops/<name>',
      pullRequests: [
        { state: 'open', title: 'Deploy <name>', branch: 'gitops/<name>' },
      ],
      registrations: [
        expect.stringMatching(/acme\/<name>\/tree\/main\/catalog-info\.yaml$/),
      ],
    });
    const [{ files }] = created.pullRequests;
    expect(files.filter(line => line.startsWith('+++ '))).toEqual([
      '+++ b/applications/dev/<name>/application.yaml',
      '+++ b/applications/dev/<name>/values.yaml',
      '+++ b/terraform/global/ecr/services.json',
    ]);
    expect(files).toContain('+  "<name>": "<name>",');
    expect(updated.pullRequests[0].files).toEqual(
      files.map(line => line.replace(/^\+replicas: 1$/, '+replicas: 2')),
    );
    expect(updated.pullRequests).toHaveLength(1);
  });

  it('is killed at every call that changes something', () => {
    const named = Object.values(EFFECTS).map(([, path]) => path);
    const never = calls.filter(call => call.hits === 0);
    const others = calls.filter(call => call.path === '.');
    expect(calls).toHaveLength(named.length + 1 + others.length);
    expect(never).toEqual(others);
  });

  const repository = ['repository', 'files'];
  const registered = [...repository, 'registration'];

  it.each<[When, Effect, 'anew' | 'retry', string[]]>([
    ['before', 'creating the repository', 'anew', []],
    ['after', 'creating the repository', 'anew', ['repository']],
    ['after', 'creating the repository', 'retry', ['repository']],
    ['before', 'pushing to it', 'anew', ['repository']],
    ['before', 'pushing to it', 'retry', ['repository']],
    ['after', 'pushing to it', 'anew', repository],
    ['before', 'registering the component', 'anew', repository],
    ['after', 'registering the component', 'anew', registered],
    ['after', 'writing the tree', 'anew', registered],
    ['after', 'writing the commit', 'retry', registered],
    ['before', 'creating the branch', 'anew', registered],
    ['after', 'creating the branch', 'anew', [...registered, 'branch']],
    ['before', 'opening the pull request', 'retry', [...registered, 'branch']],
    [
      'after',
      'opening the pull request',
      'anew',
      [...registered, 'branch', 'pull request'],
    ],
  ])(
    'creates what is missing: %s %s, run %s',
    async (when, effect, again, left) => {
      const values = service(newName());
      const killed = await runToDeath(when, effect, values);
      expect(partsOf(await readOutcome(portal, values.name))).toEqual(left);

      const rerun = await (again === 'retry'
        ? portal.retry(killed.id)
        : portal.run(values));
      assertCompleted(rerun);
      expect(await readOutcome(portal, values.name)).toEqual(created);
    },
  );

  it.each<[When, Effect]>([
    ['before', 'describing the pull request'],
    ['after', 'describing the pull request'],
    ['after', 'writing the tree'],
    ['after', 'writing the commit'],
    ['before', 'moving the branch'],
    ['after', 'moving the branch'],
  ])('updates its pull request: %s %s', async (when, effect) => {
    const name = newName();
    assertCompleted(await portal.run(service(name)));
    await runToDeath(when, effect, service(name, 2));
    assertCompleted(await portal.run(service(name, 2)));
    expect(await readOutcome(portal, name)).toEqual(updated);
  });

  it('has every component in the catalog in the end', async () => {
    const found = await Promise.all(
      names.map(name => portal.has(`component:default/${name}`)),
    );
    expect(found.map(({ metadata }) => metadata.name)).toEqual(names);
  });
});
