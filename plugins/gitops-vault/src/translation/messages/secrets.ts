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

/** What is said of secrets and of where they are. */
export const secretMessages = {
  state: {
    what: 'what is known of the secrets',
    values: 'Names, versions and ages only. Values are never shown.',
  },
  card: {
    title: 'Secrets',
    label: 'Secrets by environment',
    environment: 'Environment',
    vault: 'In Vault',
    rotation: 'Rotation',
    cluster: 'In the cluster',
    changed: 'Last rotation',
    openTab: '{{environment}}, secrets in detail',
    present_one: '{{count}} secret',
    present_other: '{{count}} secrets',
    presentAtLeast: '{{number}} secrets and more',
    gone_one: '{{count}} deleted',
    gone_other: '{{count}} deleted',
    nothing: 'no path claimed',
    none: 'no secret',
    overdue_one: '{{count}} overdue',
    overdue_other: '{{count}} overdue',
    due: 'next due {{date}}',
    noPolicy: 'no policy',
    notExpected: 'nothing expects one',
    unknown: 'not known',
    reference: '{{number}} {{status}}',
  },
  path: {
    ok: 'Found',
    denied: 'Denied',
    unproved: 'Not proved',
    missing: 'Missing',
    sealed: 'Sealed',
    unreachable: 'Unreachable',
  },
  facts: {
    environment: 'Environment',
    status: 'Status',
    server: 'Server',
    namespace: 'Namespace',
    mount: 'Mount',
    mountVersion: '{{mount}}, KV version {{version}}',
    read: 'Read',
    open: 'Open in Vault',
    openLabel: '{{path}} in Vault',
  },
  secrets: {
    label: 'Secrets at {{path}}',
    name: 'Secret',
    keys: 'Keys',
    version: 'Version',
    changed: 'Last changed',
    rotation: 'Rotation',
    open: '{{name}} in Vault',
    keysUnknown: 'not known',
    noKeys: 'no keys',
    noVersion: 'not kept',
    versionNumber: 'v{{version}}',
    created: 'first written {{age}}',
    never: 'not known',
    deleted: 'Deleted',
    deletedHint: 'It can be undeleted in Vault.',
    destroyed: 'Destroyed',
    destroyedHint: 'It cannot be restored: write it anew.',
    deleting: 'Deletes itself',
    overdue: 'Overdue',
    overdueSince: 'was due {{date}}',
    inTime: 'In time',
    due: 'due {{date}}',
    every: 'every {{age}}, {{source}}',
    policy: 'by policy',
    secret: 'says the secret',
    noPolicy: 'no policy',
    rotationGone: 'none while it is gone',
    versions_one: '{{count}} version',
    versions_other: '{{count}} versions',
    versionCurrent: 'current',
    versionWritten: 'written {{age}}',
    versionDeleted: 'deleted {{age}}',
    versionDestroyed: 'destroyed',
    metadata: 'Metadata',
    empty: 'No secret is below this path',
    emptyHint: 'Write the first one in Vault; it appears here by itself.',
    limit: 'The first {{number}} secrets are listed; there are more',
    limitHint: 'Open the path in Vault to see them all.',
    v1: 'This mount is KV version 1, which keeps no metadata',
    v1Hint:
      'Its key names could only be had by reading the values, which is never done: names are all that is shown. Version 2 keeps versions and ages.',
  },
} as const;
