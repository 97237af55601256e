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

import { createTranslationRef } from '@backstage/frontend-plugin-api';

/**
 * The English messages of this package, for an app to translate.
 * @remarks
 * What the backend and Argo CD say, such as the reason of an error, is not among them.
 * @public
 */
export const gitopsReactTranslationRef = createTranslationRef({
  id: 'plugin.gitops-react',
  messages: {
    time: {
      // The language in which times are put into words, so that it is always that of the text around them.
      locale: 'en',
      now: 'just now',
      moment: 'a few seconds',
      until: '{{date}}, {{distance}}',
    },
    health: {
      Healthy: 'Healthy',
      Progressing: 'Progressing',
      Degraded: 'Degraded',
      Suspended: 'Suspended',
      Missing: 'Missing',
      Unknown: 'Unknown',
    },
    sync: {
      Synced: 'Synced',
      OutOfSync: 'OutOfSync',
      Unknown: 'Unknown',
    },
    operation: {
      Running: 'Syncing…',
      Terminating: 'Terminating…',
      Failed: 'Sync failed',
      Error: 'Sync failed',
      Succeeded: 'Sync succeeded',
    },
    dryRun: {
      Running: 'Dry run…',
      Terminating: 'Terminating the dry run…',
      Failed: 'Dry run failed',
      Error: 'Dry run failed',
      Succeeded: 'Dry run succeeded',
    },
    link: {
      newTab: '{{label}}, opens in a new tab',
      newTabSuffix: ', opens in a new tab',
    },
    live: {
      loading: 'Loading {{what}}',
      forbidden: 'You may not see {{what}}',
      failed: 'Backstage cannot show {{what}}',
      stale: 'What is shown is not up to date',
      asOf: 'As of {{age}}.',
      failingFor: 'Failing for {{age}}.',
      updated: 'Updated {{age}}',
      retry: 'Retry',
      askForPermission:
        'Ask the owner of this entity, or whoever keeps the permission policy of this Backstage, for the permission {{permission}}.',
    },
    error: {
      unreachable: 'The Backstage backend cannot be reached ({{reason}}).',
      unanswered: 'The Backstage backend did not answer in time.',
    },
    claim: {
      wrong: 'The {{system}} annotation of this entity is wrong',
    },
    environment: {
      label: 'Environment',
      all: 'All environments',
    },
    findings: {
      title: 'What wants attention',
      label: 'Findings',
      error: 'Error',
      warning: 'Warning',
      info: 'Note',
      since: 'for {{age}}',
      evidence: 'Evidence',
      more: 'and {{hidden}} more',
    },
    upstream: {
      error: '{{system}} instance {{name}} cannot be read',
      errorHint: 'What it holds is missing here; it is read again by itself.',
      stale: '{{system}} instance {{name}} cannot be read at present',
      staleAsOf: 'What it holds is shown as of {{age}}.',
      noReason: 'It gave no reason',
      none: '{{system}} cannot be read',
      instance: 'Instance {{name}}: {{error}}',
    },
  },
});
