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

/** What stands below the header: everything that is read on demand. */
export const detailMessages = {
  view: {
    asOf: 'As of {{age}}',
    readAgain: 'Read again',
    more: 'Show more ({{hidden}} not shown)',
  },
  history: {
    what: 'the deployment history',
    label: 'Deployments, newest first',
    empty: 'Nothing has been deployed yet',
    emptyHint:
      'The first deployment stands here as soon as Argo CD has synced the Application.',
    deployed: 'Deployed',
    now: 'now deployed',
    took: 'took {{duration}}',
    change: 'Change',
    noMessage: 'The commit could not be read',
    noChartMessage: 'The chart says nothing of itself',
    revision: 'Revision',
    commitLabel: 'Commit',
    chart: 'chart',
    chartLabel: 'Chart version',
    oci: 'OCI artefact',
    ociLabel: 'OCI artefact',
    images: 'Images',
    noImages: 'not known',
    by: 'Deployed by',
  },
  events: {
    what: 'the events',
    label: 'Events, newest first',
    empty: 'There are no events',
    emptyHint: 'Kubernetes forgets events after about an hour.',
    last: 'Last seen',
    first: 'first {{age}}',
    type: 'Type',
    Normal: 'Normal',
    Warning: 'Warning',
    reason: 'Reason',
    message: 'Message',
    object: 'Object',
    times_one: '{{count}} time',
    times_other: '{{count}} times',
  },
  diff: {
    what: 'the differences',
    empty: 'Nothing differs',
    emptyHint: 'What runs is what Git says.',
    legend:
      'A line with - is live alone: a sync takes it away. A line with + is in Git alone: a sync brings it.',
    added: 'Only in Git: a sync creates it',
    removed: 'Only live: a sync with prune deletes it',
    modified: 'Differs: a sync changes it',
    hunk: 'Live from line {{live}}, in Git from line {{desired}}',
    masked_one: '{{count}} value is masked.',
    masked_other: '{{count}} values are masked.',
    maskedChanges_one:
      '{{count}} masked value differs; the lines cannot show it.',
    maskedChanges_other:
      '{{count}} masked values differ; the lines cannot show it.',
    noLines: 'No line differs.',
    truncated: 'There is more of it than is shown. See all of it in Argo CD.',
    omitted_one: '{{count}} more resource differs and is not shown',
    omitted_other: '{{count}} more resources differ and are not shown',
    count_one: '{{count}} resource differs',
    count_other: '{{count}} resources differ',
  },
  parameters: {
    what: 'the parameters and sources',
    empty: 'There are no sources',
    policy: 'Sync policy',
    automatic: 'Automatic sync',
    prune: 'Prune',
    selfHeal: 'Self-heal',
    retries: 'Retries',
    options: 'Options',
    on: 'on',
    off: 'off',
    none: 'none',
    source: 'Source {{number}}: {{name}}',
    oneSource: 'Source: {{name}}',
    type: 'Type',
    repository: 'Repository',
    path: 'Path',
    chart: 'Chart',
    target: 'Target revision',
    revision: 'Revision',
    reference: 'Referred to as',
    valueFiles: 'Value files',
    label: 'Parameters of {{name}}',
    name: 'Name',
    value: 'Value',
    masked: 'masked',
    noParameters: 'It sets no parameter.',
    values: 'Values that the Application sets',
    maskedCount_one:
      '{{count}} value is masked: it looks like a credential, or a rule of gitops.redact says so.',
    maskedCount_other:
      '{{count}} values are masked: they look like credentials, or a rule of gitops.redact says so.',
    helm: 'Helm',
    kustomize: 'Kustomize',
    directory: 'Directory',
    plugin: 'Plugin',
  },
  windows: {
    what: 'the sync windows',
    open: 'It may be synced now',
    closed: 'It may not be synced now',
    none: 'No sync window applies: it may be synced at any time.',
    label: 'Sync windows',
    kind: 'Window',
    allow: 'Allows',
    deny: 'Denies',
    state: 'State',
    active: 'active now',
    inactive: 'not active',
    schedule: 'Schedule',
    zone: 'in {{zone}}',
    duration: 'For',
    byHand: 'Sync by hand',
    byHandYes: 'possible all the same',
    byHandNo: 'not possible against it',
  },
} as const;
