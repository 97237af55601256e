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

import assert from 'node:assert/strict';
import {
  crash,
  endCertificate,
  github,
  mergePullRequest,
  rotateSecret,
} from './sandbox.mjs';
import { taskEnd } from './wizard.mjs';

const APP = 'http://localhost:3000';
const GITOPS = 'acme/gitops-platform';
const SERVICE = 'orders';
/** A deployment, and what the sandbox takes its time for. */
const DEPLOYED = { timeout: 90_000 };

/** The Delivery tab of a service that runs in three environments, while things happen to it. */
export async function driveDelivery({ page, step, picture }) {
  const table = page.getByRole('grid', { name: /^Delivery by environment/ });
  const rowOf = environment =>
    table.getByRole('row', { name: new RegExp(`^${environment}`) }).first();
  const production = rowOf('production');
  const delivery = `${APP}/catalog/default/component/${SERVICE}/delivery`;

  await step(
    'the Delivery tab joins what runs, how far it is behind, routes and secrets',
    async () => {
      await page.goto(delivery);
      await rowOf('dev').getByText('Healthy').waitFor(DEPLOYED);
      await rowOf('staging')
        .getByText(/2 commits behind dev/)
        .waitFor();
      await production.getByText(/1 commit behind staging/).waitFor();
      await production.getByText(/backends alive/).waitFor();
      await production.getByText(/of \d+ present/).waitFor();
      await picture('delivery');
    },
  );

  await step('a secret is rotated: the tab says so', async () => {
    await rotateSecret(`production/${SERVICE}/database`);
    await production
      .getByText(/last rotated (just now|\d+ seconds? ago|a minute ago)/)
      .waitFor(DEPLOYED);
  });

  await step('a certificate nears its end: the tab says so', async () => {
    await endCertificate(`${SERVICE}.acme.example`, 5);
    await page
      .getByText(/certificate .*(ends|expires)/i)
      .first()
      .waitFor(DEPLOYED);
    await picture('delivery-certificate');
  });

  await step(
    'a backend breaks: why, and that nothing answers behind the route; it recovers',
    async () => {
      const dev = rowOf('dev');
      await crash(`${SERVICE}-dev`, SERVICE, true);
      await dev
        .getByText(/CrashLoopBackOff/)
        .first()
        .waitFor(DEPLOYED);
      await dev.getByText('Broken', { exact: true }).waitFor();
      await dev.getByText(/^0 of \d+ backends alive/).waitFor(DEPLOYED);
      await picture('delivery-broken');
      await crash(`${SERVICE}-dev`, SERVICE, false);
      await dev.getByText('Healthy').waitFor(DEPLOYED);
      await dev.getByText(/^1 of 1 backends alive/).waitFor(DEPLOYED);
    },
  );

  const before = await versionIn('production');
  const wanted = await versionIn('staging');
  await step(
    'promote to production: the pull request changes the version and nothing else',
    async () => {
      await page
        .getByRole('link', { name: 'Promote to production' })
        .first()
        .click();
      await page.getByText(wanted.slice(0, 12)).first().waitFor();
      await picture('promote');
      await createRelease(page);
      assert.match(await taskEnd(page), /What happens next/);
      await requireVersionLinesAlone('production');
    },
  );

  await step('merged, it runs in production; the tab says so', async () => {
    await mergeRelease();
    await page.goto(delivery);
    await production.getByText(wanted).waitFor(DEPLOYED);
    await production.getByText('Healthy').waitFor(DEPLOYED);
    await production.getByText(/Same as staging/).waitFor(DEPLOYED);
    await picture('delivery-promoted');
  });

  await step('roll back, and the version before runs again', async () => {
    const rollBack = page
      .getByRole('link', { name: 'Roll back production' })
      .first();
    await rollBack.waitFor(DEPLOYED);
    await rollBack.click();
    await page.getByText(before.slice(0, 12)).first().waitFor();
    await picture('rollback');
    await createRelease(page);
    assert.match(await taskEnd(page), /What happens next/);
    await requireVersionLinesAlone('production');
    await mergeRelease();
    await page.goto(delivery);
    await production.getByText(before).waitFor(DEPLOYED);
    await production.getByText('Healthy').waitFor(DEPLOYED);
    await page.getByText('Rollback').first().waitFor(DEPLOYED);
    await picture('delivery-rolled-back');
  });
}

async function createRelease(page) {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

async function versionIn(environment) {
  const { body } = await github(
    `/repos/${GITOPS}/contents/applications/${environment}/${SERVICE}/values.yaml`,
  );
  const content = Buffer.from(body.content, 'base64').toString();
  return content.match(/^ {2}tag: (.*)$/m)[1];
}

async function openRelease() {
  const { body } = await github(`/repos/${GITOPS}/pulls?state=open`);
  const found = body.filter(({ title }) => title.includes(SERVICE));
  assert.equal(found.length, 1, `pull requests of ${SERVICE}`);
  return found[0];
}

async function requireVersionLinesAlone(environment) {
  const { number } = await openRelease();
  const { body: files } = await github(
    `/repos/${GITOPS}/pulls/${number}/files`,
  );
  assert.deepEqual(
    files.map(({ filename }) => filename),
    [`applications/${environment}/${SERVICE}/values.yaml`],
  );
  const changed = files[0].patch
    .split('\n')
    .filter(line => /^[+-] {2}/.test(line))
    .map(line => line.slice(1).trim().split(':')[0]);
  assert.deepEqual(
    [...new Set(changed)].sort(),
    ['digest', 'sourceRevision', 'tag'].sort(),
  );
}

async function mergeRelease() {
  const { number } = await openRelease();
  await mergePullRequest(number);
}
