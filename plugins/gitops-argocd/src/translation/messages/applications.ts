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

/** The card, the header of an Application and the choice between them. */
export const applicationMessages = {
  state: { what: 'the state in Argo CD' },
  card: {
    title: 'Argo CD',
    updated: 'Updated {{age}}',
    label: 'Applications by environment',
    environment: 'Environment',
    sync: 'Sync',
    health: 'Health',
    version: 'Version',
    deployed: 'Deployed',
    openTab: '{{environment}}, details of {{name}}',
    inArgoCd: '{{name}} in Argo CD',
    notProved: 'Not proved',
  },
  header: {
    environment: 'Environment',
    sync: 'Sync',
    health: 'Health',
    healthFor: 'for {{age}}',
    version: 'Version',
    deployed: 'Deployed',
    notDeployed: 'not yet',
    commitBy: 'commit by {{author}}',
    operation: 'Last operation',
    destination: 'Destination',
    destinationOn: '{{namespace}} on {{cluster}}',
    policy: 'Sync policy',
    policyAutomatic: 'Automatic: what is merged is deployed',
    policyByHand: 'By hand: what is merged waits for a sync',
    parent: 'Made by',
    project: 'Project',
    instance: 'Argo CD instance',
    sources: 'Sources',
    sourceAt: 'at {{revision}}',
    revisionOf: '{{name}} at',
    published: 'Published at',
    openLabel: 'Open in Argo CD: {{name}}',
    open: 'Open in Argo CD',
  },
  choice: { label: 'Environment' },
  views: {
    label: 'What to see of {{name}}',
    resources: 'Resources',
    history: 'History',
    diff: 'Diff',
    parameters: 'Parameters',
    events: 'Events',
    windows: 'Sync windows',
    operation: 'Last operation',
  },
  by: {
    automated: 'Automatic sync',
    unknown: 'not recorded',
  },
  version: {
    waiting: 'Waiting for the first image',
    waitingHint:
      'A placeholder runs. Push to main, or run CI again, to build one.',
    none: 'No image yet',
    and: '{{first}} and {{second}}',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    source: 'source {{revision}}',
    sourceLabel: 'Source commit',
  },
  reason: {
    title: 'Why it is not well',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    less: 'Show less',
    condition: 'Condition',
    operation: 'Last sync',
    hook: 'Hook',
    resource: 'Resource',
    sync: 'Sync',
    show: 'Show {{kind}} {{name}} among the resources',
    operationFailed: 'The last sync failed.',
    // Argo CD 3 says which resource it is only in the tree.
    Degraded: 'The resources on the Argo CD tab say why.',
    Missing: 'Nothing of it exists in the cluster yet.',
    Suspended: 'A resource of it is suspended or paused.',
  },
} as const;
