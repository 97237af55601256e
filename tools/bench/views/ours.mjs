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

const entityPath = name =>
  `/api/gitops/v1/entities/component/default/${name}/argocd`;

const historyPath = (name, instance) =>
  `${entityPath(name)}/${instance}/argocd/${name}/history`;

/** The calls that our card and our tab make. */
export const ours = {
  name: 'ours',

  async overview(browser, { application }) {
    await browser.get(entityPath(application));
  },

  /** The tab opens the history of one Application. */
  async overviewAndHistory(browser, { application, instances }) {
    await browser.get(entityPath(application));
    await browser.get(historyPath(application, instances[0]));
  },

  /** Somebody goes through the histories of all instances. */
  async everyHistory(browser, { application, instances }) {
    for (const instance of instances) {
      await browser.get(historyPath(application, instance));
    }
  },

  /** How many Applications the page would show. */
  async shown(browser, { application }) {
    const { items } = await browser.getJson(entityPath(application));
    return items.length;
  },

  /** Whether the answer says which instance fails. */
  async namesFailing(browser, instance, { application }) {
    const { instances } = await browser.getJson(entityPath(application));
    return instances.some(
      ({ name, status }) => name === instance && status !== 'ok',
    );
  },
};
