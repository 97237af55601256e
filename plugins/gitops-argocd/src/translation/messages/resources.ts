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

/** The tree, one resource of it, and the logs of a pod. */
export const resourceMessages = {
  resources: {
    what: 'the resources',
    empty: 'There are no resources yet',
    emptyHint: 'They stand here as soon as Argo CD has synced the Application.',
    label: 'Resources, each below its owner',
    search: 'Find a resource',
    searchHint: 'Name, kind or image',
    kind: 'Kind',
    health: 'Health',
    any: 'Any',
    option: '{{value}} ({{number}})',
    unwell: 'Only what is not healthy or not in sync',
    expandAll: 'Expand all',
    collapseAll: 'Collapse all',
    allWell: 'Every resource is healthy and in sync',
    noneFit: 'No resource fits',
    noneFitHint: 'Take a filter away to see more.',
    clear: 'Clear all filters',
    shown_one: '{{count}} resource',
    shown_other: '{{count}} resources',
    shownOf: '{{shown}} of {{total}} resources',
    resource: 'Resource',
    namespace: 'Namespace',
    clusterWide: 'cluster-wide',
    sync: 'Sync',
    created: 'Created',
    expand: 'Expand {{name}}',
    collapse: 'Collapse {{name}}',
    step: 'step {{step}} of {{total}}',
  },
  resource: {
    close: 'Close',
    gone: 'This resource is not there any more',
    goneHint: 'It stood in the address of the page.',
    apiVersion: 'API version',
    images: 'Images',
    events: 'Events',
    logs: 'Logs',
    about: 'What to see of {{name}}',
    differs: 'Show how it differs',
  },
  rollout: {
    title: 'Rollout',
    canary: 'Canary',
    blueGreen: 'Blue-green',
    step: 'Step {{step}} of {{total}}',
    done: 'done',
    current: 'now',
    weight: 'Traffic to the new version',
    percent: '{{weight}} %',
    paused: 'Paused',
    pausedBecause: 'Paused: {{reason}}',
    pausedSince: 'for {{age}}',
    pauseEnds: 'goes on at {{time}}',
    promote: 'Somebody has to promote it.',
    aborted: 'Aborted: the stable version runs.',
    revisions: 'Revisions',
    stable: 'stable {{revision}}',
    next: 'new {{revision}}',
    analysis: 'Analysis',
    steps: 'Steps',
  },
  logs: {
    what: 'the log',
    title: 'Log of {{pod}}',
    container: 'Container',
    lines: 'Lines',
    lineCount: 'Last {{number}}',
    previous: 'Before the last restart',
    wrap: 'Wrap lines',
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'The browser does not let it be copied',
    label: 'Log of {{container}}, oldest line first',
    empty: 'The log is empty',
    emptyHint: 'The container has written nothing yet.',
    truncated: 'Older lines are not shown.',
    masked_one: '{{count}} value is masked.',
    masked_other: '{{count}} values are masked.',
  },
} as const;
