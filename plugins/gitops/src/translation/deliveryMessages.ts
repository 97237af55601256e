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

/** What runs in each environment, on the tab and the card. */
export const deliveryMessages = {
  delivery: {
    title: 'Delivery',
    what: 'the state of the delivery',
    label: 'Delivery by environment, in promotion order',
    updated: 'Updated {{age}}',
    environment: 'Environment',
    runs: 'Runs',
    argocd: 'Argo CD',
    behind: 'Behind',
    routes: 'Routes',
    secrets: 'Secrets',
    version: 'Version',
    state: 'State',
    openTab: '{{environment}}, on the Delivery tab',
    unknownEnvironment: 'Environment not known',
    findings_one: '{{count}} more finding',
    findings_other: '{{count}} more findings',
  },
  rowState: {
    well: 'Well',
    attention: 'Needs attention',
    broken: 'Broken',
    unknown: 'Not known',
    missing: 'Missing',
  },
  nothing: {
    title: 'Nothing is delivered yet',
    hint: 'No environment runs it and none waits for a pull request. What Argo CD, Vault and Traefik hold of this entity appears here.',
    creates: 'Argo CD creates the Applications once it is merged.',
  },
  pullRequest: {
    waits: 'Waits for {{link}}',
    link: 'pull request #{{number}} {{title}}',
    opened: 'opened {{age}}',
  },
  runs: {
    nothing: 'Nothing runs',
    placeholder: 'Placeholder, waits for the first image',
    source: 'Source commit',
    sourceOf: 'commit {{revision}}',
    since: 'since {{age}}',
    by: 'by {{name}}',
    automated: 'automatic sync',
    commitBy: 'commit by {{author}}',
    git: 'Git says {{label}}',
  },
  applications: {
    none: 'No Application',
    inArgoCd: '{{name}} in Argo CD',
  },
  behind: {
    first: 'First environment',
    same: 'Same as {{environment}}',
    count_one: '{{count}} commit behind {{environment}}',
    count_other: '{{count}} commits behind {{environment}}',
    newer: 'Newer than {{environment}}',
    differs: 'Differs from {{environment}}',
    uncounted: 'How far behind is not known',
    commits_one: 'The {{count}} commit that {{environment}} has and this lacks',
    commits_other:
      'The {{count}} commits that {{environment}} has and this lacks',
    shown: 'The newest {{shown}} of {{total}} are listed.',
    compare: 'Compare',
    compareLabel: 'Compare at the Git host what {{environment}} lacks',
    noMessage: 'no message',
  },
  route: {
    none: 'None',
    status: {
      enabled: 'Routed',
      warning: 'Routed, with a warning',
      disabled: 'Disabled by an error',
      missing: 'No router',
      unknown: 'Not known',
    },
    tls: {
      traefik: 'TLS ends at Traefik',
      before: 'TLS ends before Traefik',
      backend: 'TLS ends at the backend',
      nowhere: 'no TLS',
      unknown: 'TLS not known',
    },
    expires: 'certificate until {{time}}',
    ended: 'certificate ended {{time}}',
    alive: '{{alive}} of {{total}} backends alive',
  },
  secret: {
    none: 'None',
    present: '{{present}} of {{expected}} present',
    overdue_one: '{{count}} past its rotation age',
    overdue_other: '{{count}} past their rotation age',
    rotated: 'last rotated {{age}}',
    oldest: 'oldest {{age}}',
  },
  part: {
    forbidden: 'You may not see this.',
    unconfigured: 'Not configured.',
    error: 'Cannot be read.',
    partial: 'Not all of it is known.',
    names: {
      applications: 'Argo CD',
      git: 'Git',
      secrets: 'Secrets',
      routes: 'Routes',
      deployments: 'Deployments',
    },
  },
  action: {
    promote: 'Promote to {{environment}}',
    rollback: 'Roll back {{environment}}',
    impossible: '{{action}}: not possible',
    label: 'What one can do about {{environment}}',
  },
} as const;
