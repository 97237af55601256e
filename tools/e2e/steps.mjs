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

import { mkdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs named steps in order and stops at the first that fails, with a picture of the page as it was.
 *
 * @param {{ page: import('playwright-core').Page, report: string }} options - `report` is the folder for pictures
 */
export function createSteps({ page, report }) {
  mkdirSync(report, { recursive: true });
  const timings = [];
  return {
    timings,
    /**
     * @template T
     * @param {string} name
     * @param {() => Promise<T>} action
     * @returns {Promise<T>}
     */
    async step(name, action) {
      const began = Date.now();
      try {
        return await action();
      } catch (error) {
        const picture = path.join(report, 'failed.png');
        await page.screenshot({ path: picture, fullPage: true });
        error.message = `${name}\n${error.message}\nthe page: ${path.relative(
          process.cwd(),
          picture,
        )}`;
        throw error;
      } finally {
        const seconds = (Date.now() - began) / 1000;
        timings.push({ name, seconds });
        process.stdout.write(
          `  ${seconds.toFixed(1).padStart(6)} s  ${name}\n`,
        );
      }
    },
    /** @param {string} name */
    async picture(name) {
      await page.screenshot({ path: path.join(report, `${name}.png`) });
    },
  };
}
