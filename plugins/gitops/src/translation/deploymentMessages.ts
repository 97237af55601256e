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

/** The history of deployments and the figures that follow from it. */
export const deploymentMessages = {
  deployments: {
    title: 'Deployments',
    what: 'the deployments',
    label: 'Deployments, newest first',
    range: 'Time',
    days: '{{days}} days',
    year: '1 year',
    environment: 'Environment',
    all: 'All environments',
    none: 'No deployment in this time',
    noneHint:
      'A deployment is recorded when Argo CD has brought another image or chart version into an environment.',
    noneFits: 'None of the deployments fits what was chosen',
    recordedSince:
      'Recorded since {{date}}. What is older was taken over from Argo CD’s history, which does not say how it went.',
    truncated: 'Only the newest {{listed}} are listed; the figures count all.',
    hidden_one: 'The deployments of {{count}} application are hidden from you',
    hidden_other:
      'The deployments of {{count}} applications are hidden from you',
    onlyOf_one:
      'Only the {{count}} deployment that “{{figure}}” was computed from is listed.',
    onlyOf_other:
      'Only the {{count}} deployments that “{{figure}}” was computed from are listed.',
    showAll: 'Show all deployments',
    more_one: 'Show {{count}} more',
    more_other: 'Show {{count}} more',
    deployed: 'Deployed',
    healthy: 'healthy after {{duration}}',
    service: 'Service',
    version: 'Version',
    notKnown: 'not known',
    kind: 'What',
    outcome: 'Outcome',
    leadTime: 'Lead time',
    by: 'By',
    action: 'Action',
    rollBack: 'Roll back to this',
    restored: 'restored after {{duration}}',
    notRestored: 'not restored yet',
    notCounted: 'listed, not counted',
  },
  deploymentKind: {
    deployment: 'Deployment',
    rollback: 'Rollback',
    edit: 'Change of settings',
    restart: 'Restart',
  },
  deploymentOutcome: {
    pending: 'Rolling out',
    healthy: 'Healthy',
    degraded: 'Degraded',
    rolledBack: 'Rolled back',
    superseded: 'Superseded',
    unknown: 'Not known',
  },
  figures: {
    title: 'Delivery figures',
    noValue: 'No figure',
    noReason: 'Nothing to compute it from.',
    noFigures: 'No figure for this environment yet',
    show_one: 'Show the {{count}} deployment',
    show_other: 'Show the {{count}} deployments',
    chart: '{{figure}} over time',
    chartHint: 'Arrow keys go from period to period.',
    table: 'As a table',
    period: 'Period',
    value: 'Value',
    basis: 'Computed from',
    gap: 'no figure',
    point: '{{period}}: {{value}}, from {{basis}}',
    pointGap: '{{period}}: no figure',
    over: 'From {{basis}}.',
    unknown: 'From {{basis}}; not known of {{unknown}} more.',
  },
  figure: {
    deploymentFrequency: 'Deployment frequency',
    leadTime: 'Lead time',
    changeFailureRate: 'Change failure rate',
    timeToRestore: 'Time to restore',
    availability: 'Availability',
    secretRotation: 'Secret rotation',
  },
  figureDefinition: {
    deploymentFrequency:
      'Deployments and rollbacks that reached Healthy, per time. A change of image or chart version counts; restarts and changes of settings do not.',
    leadTime:
      'From the source commit to Healthy, the median of the deployments whose source commit is known.',
    changeFailureRate:
      'The share of deployments that were rolled back, or became Degraded soon after (within gitops.delivery.failureWindow). Rollbacks are not counted.',
    timeToRestore:
      'From a failed deployment to Healthy again, by a fix or a rollback: the median.',
    availability:
      'The share of time in which Argo CD called it Healthy. Time in which nobody could tell is left out.',
    secretRotation: 'New versions of the secrets that it claims, per time.',
  },
  figureBasis: {
    deployments_one: '{{count}} deployment',
    deployments_other: '{{count}} deployments',
    failures_one: '{{count}} failure',
    failures_other: '{{count}} failures',
    rotations_one: '{{count}} rotation',
    rotations_other: '{{count}} rotations',
  },
  rate: {
    never: 'none',
    day: '{{rate}} a day',
    week: '{{rate}} a week',
    month: '{{rate}} a month',
    year: '{{rate}} a year',
  },
} as const;
