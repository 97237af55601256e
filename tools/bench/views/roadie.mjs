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

const BASE = '/api/argocd';

/** The calls that the cards of `@roadiehq/backstage-plugin-argo-cd` 2.12.5 make. */
export const roadie = {
  name: 'Roadie',

  /** ArgoCDDetailsCard, by `useAppDetails`: where the Application is, then the Application of each instance. */
  async overview(browser, { application, instances }) {
    await browser.get(`${BASE}/find/name/${application}`);
    await Promise.all(
      instances.map(instance =>
        browser.get(
          `${BASE}/argoInstance/${instance}/applications/name/${application}`,
        ),
      ),
    );
  },

  /**
   * ArgoCDHistoryCard beside it asks for the same once more, then for each commit: of ten history entries the newest
   * nine, because `revisionsToLoad` is -1 where it is not configured and goes into `slice(0, -1)`.
   */
  async overviewAndHistory(browser, context) {
    const { application, instances, revisions } = context;
    await Promise.all([
      this.overview(browser, context),
      this.overview(browser, context).then(() =>
        Promise.all(
          instances.flatMap(instance =>
            revisions
              .slice(1)
              .map(revision =>
                browser.get(
                  `${BASE}/argoInstance/${instance}/applications/name/${application}/revisions/${revision}/metadata`,
                ),
              ),
          ),
        ),
      ),
    ]);
  },

  /** How many Applications the card would show; it waits for all or shows none. */
  async shown(browser, { application }) {
    const found = await browser.getJson(`${BASE}/find/name/${application}`);
    const applications = await Promise.all(
      found.map(({ name }) =>
        browser.getJson(
          `${BASE}/argoInstance/${name}/applications/name/${application}`,
        ),
      ),
    );
    return applications.filter(({ metadata }) => metadata).length;
  },

  /** A failing instance is left out of the answer, and the card says nothing. */
  async namesFailing() {
    return false;
  },
};
