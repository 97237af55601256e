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

import axe from 'axe-core';

/**
 * What axe has against the page, one line for each kind of violation.
 *
 * jsdom draws nothing, so that what has to be drawn is left out; the landmarks around what is shown are the app's; and
 * React Aria's announcer outlives the test that made it speak.
 */
export async function findAxeViolations(
  page: Element = document.body,
  options: {
    /** Selectors of what is not the test's. */
    exclude?: string[];
  } = {},
): Promise<string[]> {
  const exclude = ['[data-live-announcer]', ...(options.exclude ?? [])];
  const { violations } = await axe.run(
    { include: page, exclude },
    {
      rules: {
        'color-contrast': { enabled: false },
        'label-content-name-mismatch': { enabled: false },
        region: { enabled: false },
      },
    },
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
