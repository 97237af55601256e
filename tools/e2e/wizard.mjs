/**
 * Fills in the Microservice wizard and starts its task.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ name: string, owner: string, replicas?: number, onFirstPage?: () => Promise<void>, onFiles?: () => Promise<void> }} values
 */
export async function createMicroservice(page, values) {
  await page.goto('http://localhost:3000/create');
  await page.getByRole('button', { name: /^choose$/i }).first().click();

  await page.getByLabel(/^Name/).fill(values.name);
  const owner = page.getByLabel(/^Owner/);
  await owner.fill(values.owner);
  await page.getByRole('option', { name: new RegExp(values.owner, 'i') }).first().click();
  await values.onFirstPage?.();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByLabel(/^Replicas/).waitFor();
  if (values.replicas) {
    await page.getByLabel(/^Replicas/).fill(String(values.replicas));
  }
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByText('application.yaml').first().waitFor();
  await values.onFiles?.();
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}
