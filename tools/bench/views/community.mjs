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

const BASE = '/api/backstage-community-argocd';

/** The calls that the components of `@backstage-community/plugin-argocd` 3.1.0 make. */
export const community = {
  name: 'Community',

  /** DeploymentSummary, by `searchApplications`. Once a session `/check` comes before it: that is left out. */
  async overview(browser, { application }) {
    await browser.get(`${BASE}/find/name/${application}?expand=applications`);
  },

  /** DeploymentLifecycle: the same, then each commit once, of the first Application that has it. */
  async overviewAndHistory(browser, context) {
    const { application, instances, revisions } = context;
    await this.overview(browser, context);
    await Promise.all(
      revisions.map(revision =>
        browser.get(
          `${BASE}/argoInstance/${instances[0]}/applications/name/${application}/revisions/${revision}/metadata`,
        ),
      ),
    );
  },

  /** How many Applications the table would show. */
  async shown(browser, { application }) {
    const found = await browser.getJson(
      `${BASE}/find/name/${application}?expand=applications`,
    );
    return found.flatMap(({ applications = [] }) => applications).length;
  },

  /** The answer is an error without a name, and the table disappears. */
  async namesFailing() {
    return false;
  },
};
