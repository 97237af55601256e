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
import { readOutcome } from './__testUtils__/readOutcome';
import { type Portal, startPortal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

/** A call that changes something outside. */
type Effect = { title: string; method: string; path: string };

const effect = (title: string, method: string, path: string): Effect => ({
  title,
  method,
  path,
});

const REPOSITORY = effect('the repository', 'POST', '^/api/v3/orgs/acme/repos');
const PUSH = effect('the push', 'POST', '/git-receive-pack$');
const TREE = effect('the tree', 'POST', '/git/trees$');
const COMMIT = effect('the commit', 'POST', '/git/commits$');
const BRANCH = effect('the branch', 'POST', '/git/refs$');
const PULL = effect('the pull request', 'POST', '/pulls$');
const MOVE = effect('moving the branch', 'PATCH', '/git/refs/');
const DESCRIBE = effect('describing the pull request', 'PATCH', '/pulls/\\d+$');

const REGISTRATION = 'the registration';

const service = (name: string) => ({
  name,
  owner: 'group:default/team-shop',
  environments: ['dev', 'staging'],
  secrets: ['database'],
  chart: 'own',
});

const completed = expect.objectContaining({ status: 'completed' });

describe('a task of the Microservice template that is killed and run again', () => {
  const directory = createMockDirectory();
  let portal: Portal;
  let undisturbed: Awaited<ReturnType<typeof readOutcome>>;
  const names = ['undisturbed'];

  /**
   * Nothing of what the task does from here on reaches anything: as far as everybody else can see it is dead. A
   * refusal, because anything else would be tried again for a long time.
   */
  const die = (where: { method?: string; path: string; after?: boolean }) =>
    portal.fault({ ...where, kind: 'status', status: 403, outage: true });

  /** Dies at the catalog, which the sandbox has no part in. */
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

  beforeAll(async () => {
    portal = await startPortal(directory);
    await portal.has('template:default/microservice');
    await portal.has('group:default/team-shop');
    expect(await portal.run(service('undisturbed'))).toEqual(completed);
    undisturbed = await readOutcome(portal, 'undisturbed');
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await portal.heal();
  });
  afterAll(() => portal.stop());

  it('leaves one of each where it is not killed', () => {
    expect(undisturbed).toMatchObject({
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
    const changed = undisturbed.pullRequests[0].files.filter(line =>
      line.startsWith('+++ '),
    );
    expect(changed).toEqual(
      ['dev', 'staging'].flatMap(environment => [
        `+++ b/applications/${environment}/<name>/application.yaml`,
        `+++ b/applications/${environment}/<name>/values.yaml`,
      ]),
    );
  });

  it.each<['before' | 'after', Effect | string, 'retry' | 'anew']>([
    ['before', REPOSITORY, 'anew'],
    ['after', REPOSITORY, 'anew'],
    ['before', PUSH, 'retry'],
    ['after', PUSH, 'anew'],
    ['before', REGISTRATION, 'anew'],
    ['after', REGISTRATION, 'anew'],
    ['after', TREE, 'anew'],
    ['after', COMMIT, 'anew'],
    ['before', BRANCH, 'retry'],
    ['after', BRANCH, 'anew'],
    ['before', PULL, 'anew'],
    ['after', PULL, 'retry'],
  ])('ends in the same state: %s %j, %s', async (when, at, again) => {
    const name = `cart-${names.length}`;
    names.push(name);
    const after = when === 'after';
    if (typeof at === 'string') {
      dieAtRegistration(after);
    } else {
      await die({ method: at.method, path: at.path, after });
    }
    const killed = await portal.run(service(name));
    expect(killed.status).toBe('failed');
    expect(await readOutcome(portal, name)).not.toEqual(undisturbed);

    jest.restoreAllMocks();
    await portal.heal();
    const rerun = await (again === 'retry'
      ? portal.retry(killed.id)
      : portal.run(service(name)));
    expect(rerun).toEqual(completed);
    expect(await readOutcome(portal, name)).toEqual(undisturbed);
  });
});
