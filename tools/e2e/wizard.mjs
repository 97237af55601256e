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

const APP = 'http://localhost:3000';

/**
 * Fills in the Microservice wizard and starts its task.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ name: string, owner: string, replicas?: number, onService?: () => Promise<void>, onFiles?: () => Promise<void> }} values
 */
export async function createMicroservice(page, values) {
  await page.goto(`${APP}/create/templates/default/microservice`);

  await page.getByLabel(/^Name/).fill(values.name);
  await page.getByLabel(/^Owner/).click();
  await page.getByRole('option', { name: values.owner }).click();
  await values.onService?.();
  await page.getByRole('button', { name: 'Next' }).click();

  const replicas = page.getByLabel(/^Replicas/);
  await replicas.waitFor();
  if (values.replicas)
    await fillToStay(page, replicas, String(values.replicas));
  await page.getByRole('button', { name: 'Next' }).click();

  await page
    .getByRole('button', {
      name: `applications/dev/${values.name}/values.yaml`,
    })
    .waitFor();
  await values.onFiles?.();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

/** A step of the form that has just opened takes up its defaults a moment later, over what was typed before. */
async function fillToStay(page, field, value) {
  for (let tries = 0; tries < 5; tries += 1) {
    await field.fill(value);
    await page.waitForTimeout(300);
    if ((await field.inputValue()) === value) return;
  }
}

/** Waits for the end of the task, and says how it ended. */
export async function taskEnd(page) {
  const result = page
    .getByText(/What happens next|Nothing to change|Error:/)
    .first();
  await result.waitFor({ timeout: 90_000 });
  return page.locator('body').innerText();
}
