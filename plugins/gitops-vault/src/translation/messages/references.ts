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

/** What is said of what the cluster expects. */
export const referenceMessages = {
  references: {
    title: 'What the cluster expects',
    label: 'Secrets that the cluster expects',
    resource: 'Asked for by',
    store: 'Store',
    secrets: 'Secret and keys',
    target: 'Becomes',
    status: 'Sync',
    application: 'Application {{name}}',
    inCluster: '{{environment}} on {{cluster}}',
    wholeSecret: 'all its keys',
    noTarget: 'no Kubernetes Secret',
    targetSecret: 'Secret {{name}}',
    synced: 'Synced',
    stale: 'Stale',
    failed: 'Failed',
    unknown: 'Not known',
    vault: 'Vault',
    aws: 'AWS Secrets Manager',
    other: 'another provider',
    unknownProvider: 'not known',
    onServer: 'server {{server}}',
    awsHint: 'Shown as the cluster sees it: Backstage has no access to AWS.',
    agent: 'annotations of the Vault agent',
  },
} as const;
