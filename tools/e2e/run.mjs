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

/*
 * The main job in a browser: create a service in the wizard, merge its pull request, see it healthy on its entity page,
 * push a change, run the template again; and once with a GitOps repository that refuses the push.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startDemo } from '../bootstrap/demo.mjs';
import { root } from '../bootstrap/paths.mjs';
import { reportProblems } from '../bootstrap/problem.mjs';
import { Services } from '../bootstrap/services.mjs';
import { openBrowser } from './browser.mjs';
import { driveDelivery } from './delivery.mjs';
import { pushChange } from './git.mjs';
import { forgive, github, openPullRequests, refuse } from './sandbox.mjs';
import { createSteps } from './steps.mjs';
import { createMicroservice, taskEnd } from './wizard.mjs';

const APP = 'http://localhost:3000';
const SERVICE = { name: 'cart', owner: 'Team Shop' };
const report = path.join(root, 'e2e-test-report');

async function drive({ page }) {
  const { step, picture, timings } = createSteps({ page, report });
  const crashes = [];
  page.on('pageerror', error => crashes.push(error.message));
  const row = page
    .getByRole('grid', { name: 'Applications by environment' })
    .getByRole('row', { name: /^dev/ });
  const entityPage = `${APP}/catalog/default/component/${SERVICE.name}`;

  await step('the first page opens, and a guest signs in', async () => {
    await page.goto(APP);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'Create' }).first().waitFor();
  });

  await step(
    'the wizard refuses a bad and a taken name as one types',
    async () => {
      await page.goto(`${APP}/create/templates/default/microservice`);
      const name = page.getByLabel(/^Name/);
      await name.fill('Not A Name');
      await page
        .getByText(/lower-case letters, digits and hyphens/)
        .first()
        .waitFor();
      await name.fill('welcome');
      await page
        .getByText(/is taken|belongs to/)
        .first()
        .waitFor();
    },
  );

  await step(
    'a GitOps repository that refuses the push: the task says why, nothing half-made is left',
    async () => {
      await refuse({
        method: 'POST',
        path: '/repos/acme/gitops-platform/git/refs',
        status: 403,
        message: 'Resource not accessible by integration',
      });
      await createMicroservice(page, SERVICE);
      const said = await taskEnd(page);
      await picture('task-refused');
      assert.match(said, /Resource not accessible by integration/);
      assert.match(said, /acme\/gitops-platform/);
      assert.deepEqual(await openPullRequests(SERVICE.name), []);
      const branch = await github(
        `/repos/acme/gitops-platform/branches/gitops%2F${SERVICE.name}`,
      );
      assert.equal(branch.status, 404);
      await forgive();
    },
  );

  let pullRequest;
  await step(
    'name and owner are enough; the task goes on from what the refused one left',
    async () => {
      await createMicroservice(page, {
        ...SERVICE,
        onService: async () => {
          await page.getByText(/exists and is yours/).waitFor();
          await picture('wizard');
        },
        onFiles: () => picture('wizard-files'),
      });
      const said = await taskEnd(page);
      await picture('task-created');
      assert.match(said, /was created/);
      [pullRequest] = await openPullRequests(SERVICE.name);
      await page.getByRole('link', { name: 'Pull request' }).waitFor();
      await page.getByRole('link', { name: 'Repository' }).waitFor();
      await page
        .getByRole('link', { name: 'Component in the catalog' })
        .click();
    },
  );

  await step(
    'the entity’s card says which pull request it waits for',
    async () => {
      await page.getByText(/Waits for/).waitFor({ timeout: 60_000 });
      await picture('entity-waiting');
      await page
        .getByRole('link', { name: new RegExp(`#${pullRequest.number}`) })
        .first()
        .waitFor();
    },
  );

  const merging = await page.context().newPage();
  await step(
    'the pull-request page shows title, description, files and diff, and merges',
    async () => {
      await merging.goto(pullRequest.html_url);
      await merging
        .getByRole('heading', { name: new RegExp(pullRequest.title) })
        .waitFor();
      await merging
        .getByText('applications/dev/cart/application.yaml')
        .first()
        .waitFor();
      await merging.getByText('kind: Application').first().waitFor();
      await merging.screenshot({ path: path.join(report, 'pull-request.png') });
      await merging.getByRole('button', { name: 'Merge' }).click();
      await merging.getByText('Merged').first().waitFor();
      // A page in the background is throttled by the browser.
      await merging.close();
    },
  );

  await step(
    'the card follows to Synced and Healthy without a reload',
    async () => {
      await row.waitFor({ timeout: 60_000 });
      await row.getByText('Healthy').waitFor({ timeout: 60_000 });
      await row.getByText('Synced').waitFor();
      await row.getByText(/waiting for the first image/i).waitFor();
      await picture('entity-healthy');
    },
  );

  await step('the tab shows resources, history and what differs', async () => {
    await page.goto(`${entityPage}/argocd`);
    const resources = page.getByRole('treegrid', { name: /resources/i });
    await resources.getByText('Deployment', { exact: true }).waitFor();
    await resources.getByText('Pod', { exact: true }).first().waitFor();
    await picture('entity-tab');
    await page.getByRole('tab', { name: 'History' }).click();
    await page
      .getByText(/Deploy cart/)
      .first()
      .waitFor();
    await page.getByRole('tab', { name: 'Diff' }).click();
    await page.getByText(/Nothing differs/).waitFor();
  });

  await step(
    'a person syncs from the page: a dry run, then in earnest; Argo CD knows who asked',
    async () => {
      for (const dryRun of [true, false]) {
        await page.getByRole('button', { name: 'Sync…' }).click();
        const dialog = page.getByRole('dialog', { name: /Sync cart-dev/ });
        if (dryRun) {
          await dialog.getByText(/^Dry run/).click();
        }
        await dialog
          .getByRole('button', { name: dryRun ? /Start/ : 'Sync' })
          .click();
        const results = page.getByRole('tabpanel', { name: 'Last operation' });
        await results
          .getByText(dryRun ? 'Dry run succeeded' : 'Sync succeeded')
          .waitFor();
        await results.getByRole('link', { name: /guest/i }).waitFor();
      }
      await picture('entity-operation');
    },
  );

  await step('the fleet page has it, and its address the filter', async () => {
    await page.goto(`${APP}/gitops/applications?environment=dev`);
    await page.getByRole('link', { name: 'cart-dev' }).waitFor();
    await page
      .getByRole('searchbox', { name: /Search Applications/ })
      .fill('cart');
    await page.waitForURL(/search=cart/);
    await page.getByText('1 Application', { exact: true }).waitFor();
    await picture('fleet');
    await page.getByRole('link', { name: 'cart-dev' }).click();
    await page.waitForURL(/component\/cart/);
  });

  await step('what the platform installs is in the catalog', async () => {
    await page.goto(`${APP}/catalog/default/resource/main-in-cluster-traefik`);
    await page.getByText('traefik-config-in-cluster').first().waitFor();
    await page.getByText('main-in-cluster').first().waitFor();
  });

  let commit;
  await step(
    'a push makes CI’s bump; the card shows the new version and its source commit',
    async () => {
      await page.goto(entityPage);
      await row.waitFor();
      commit = pushChange(`acme/${SERVICE.name}`);
      await row
        .getByText(`sha-${commit.slice(0, 7)}`, { exact: false })
        .first()
        .waitFor({ timeout: 60_000 });
      await row
        .getByRole('link', { name: new RegExp(commit.slice(0, 7)) })
        .first()
        .waitFor({ timeout: 60_000 });
      await row.getByText('Healthy').waitFor({ timeout: 60_000 });
      await picture('entity-page');
    },
  );

  await step(
    'the same template with the same input changes nothing and says so',
    async () => {
      await createMicroservice(page, SERVICE);
      assert.match(await taskEnd(page), /Nothing to change/);
      await picture('task-unchanged');
      assert.deepEqual(await openPullRequests(SERVICE.name), []);
    },
  );

  await step(
    'with another replica count it opens a pull request with just that difference',
    async () => {
      await createMicroservice(page, { ...SERVICE, replicas: 3 });
      assert.match(await taskEnd(page), /was created/);
      const [scaled] = await openPullRequests(SERVICE.name);
      const { body: files } = await github(
        `/repos/acme/gitops-platform/pulls/${scaled.number}/files`,
      );
      assert.deepEqual(
        files.map(({ filename, additions, deletions }) => ({
          filename,
          additions,
          deletions,
        })),
        [
          {
            filename: 'applications/dev/cart/values.yaml',
            additions: 1,
            deletions: 1,
          },
        ],
      );
      assert.match(files[0].patch, /\n-replicas: 1\n\+replicas: 3/);
    },
  );

  await step(
    'with yet another one it updates its own open pull request',
    async () => {
      await createMicroservice(page, { ...SERVICE, replicas: 4 });
      assert.match(await taskEnd(page), /was updated/);
      const open = await openPullRequests(SERVICE.name);
      assert.equal(open.length, 1);
      const { body: files } = await github(
        `/repos/acme/gitops-platform/pulls/${open[0].number}/files`,
      );
      assert.match(files[0].patch, /\n-replicas: 1\n\+replicas: 4/);
    },
  );

  await driveDelivery({ page, step, picture });

  assert.deepEqual(crashes, [], 'no page has crashed');
  const merge = timings.find(({ name }) => name.includes('Synced and Healthy'));
  process.stdout.write(
    `\n  from Merge to Healthy on the card: ${merge.seconds.toFixed(1)} s\n`,
  );
}

await reportProblems(async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'gitops-e2e-'));
  const services = new Services(path.join(directory, 'logs'));
  const began = Date.now();
  let browser;
  try {
    await startDemo(process.env, {
      say: line => process.stdout.write(`  ${line}\n`),
      services,
      directory,
    });
    process.stdout.write(
      `  ready after ${((Date.now() - began) / 1000).toFixed(1)} s\n`,
    );
    browser = await openBrowser();
    browser.page.setDefaultTimeout(30_000);
    await drive(browser);
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(
      `\n${error.stack}\n\nthe backend's last lines:\n${services.tail(
        'backstage',
      )}\n`,
    );
  } finally {
    await browser?.close();
    await services.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});
