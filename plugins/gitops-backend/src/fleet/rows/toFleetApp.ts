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

import { explainApplication } from '../../argocd/explain/explainApplication';
import { linksOf } from '../../argocd/overview/linksOf';
import type { StoredApplication } from '../../argocd/store';
import type { FleetApp } from './FleetRow';

const MAX_IMAGES = 5;
const MAX_SEARCHED_IMAGES = 20;

/** Projects an Application for the fleet page. What is known of it is in the store: no upstream is asked. */
export function toFleetApp(
  app: StoredApplication,
  options: {
    environment: string;
    /** Where people open the instance's Argo CD. */
    frontendUrl: string;
  },
): FleetApp {
  const { environment, frontendUrl } = options;
  const { destination, healthSince } = app;
  const cluster = destination.name ?? destination.server ?? '';
  const [reason] = explainApplication({ app }, { max: 1 });
  return {
    instance: app.instance,
    namespace: app.namespace,
    name: app.name,
    project: app.project,
    environment,
    cluster,
    sync: app.sync,
    health: app.health,
    reason: reason?.message,
    since: healthSince,
    images: app.images.length > 0 ? app.images.slice(0, MAX_IMAGES) : undefined,
    parent: app.parent,
    operation: app.operation?.phase,
    url: linksOf(app, { frontendUrl })[0],
    searchable: [
      app.name,
      app.namespace,
      destination.namespace,
      cluster,
      ...app.images.slice(0, MAX_SEARCHED_IMAGES),
    ]
      .join('\n')
      .toLocaleLowerCase('en-US'),
    sinceMs: (healthSince && Date.parse(healthSince)) || 0,
  };
}
