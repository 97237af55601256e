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

/** What each party's page of secrets asks for. The path of a service's secrets is its name. */
export const ourSecrets = {
  name: 'ours',

  async secrets(browser, { application }) {
    await browser.get(
      `/api/gitops/v1/entities/component/default/${application}/vault`,
    );
  },

  /** How many secrets the page would show. */
  async shown(browser, { application }) {
    const { items } = await browser.getJson(
      `/api/gitops/v1/entities/component/default/${application}/vault`,
    );
    return items.flatMap(({ secrets }) => secrets).length;
  },
};

/** The Community's table, by `listSecrets`. */
export const communitySecrets = {
  name: 'Community Vault',

  async secrets(browser, { application }) {
    await browser.get(`/api/vault/v1/secrets/${application}`);
  },

  async shown(browser, { application }) {
    const { items } = await browser.getJson(
      `/api/vault/v1/secrets/${application}`,
    );
    return items.length;
  },
};
