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

import {
  gitopsApplicationLogsReadPermission,
  gitopsApplicationManifestsReadPermission,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { sendAnswer } from '../../http/sendAnswer';
import type { GitOpsRouter } from '../../router';
import type {
  ApplicationAccess,
  ApplicationDemand,
} from '../ApplicationAccess';
import type { DiffReader } from './DiffReader';
import type { EventsReader } from './EventsReader';
import type { LogsReader } from './LogsReader';
import type { ParametersReader } from './ParametersReader';
import type { SyncWindowsReader } from './SyncWindowsReader';

/** What answers the routes that read one Application on demand. */
export interface DetailReaders {
  diff: DiffReader;
  events: EventsReader;
  logs: LogsReader;
  parameters: ParametersReader;
  syncWindows: SyncWindowsReader;
}

/** Manifests and values hold more than state does: they need the proof that the Application is the entity's. */
const MANIFESTS: Omit<ApplicationDemand, 'eventId'> = {
  severityLevel: 'medium',
  permissions: [gitopsApplicationManifestsReadPermission],
  proof: true,
};

/** The routes that read one Application on demand. */
export function addDetailRoutes(
  router: GitOpsRouter,
  access: ApplicationAccess,
  { diff, events, logs, parameters, syncWindows }: DetailReaders,
): void {
  const base =
    '/v1/entities/:kind/:namespace/:name/argocd/:instance/:appNamespace/:app';

  router.get(`${base}/events`, async (req, res) => {
    const { uid, resourceNamespace, resourceName } = req.query;
    const answer = await access.show(
      req,
      { eventId: 'events-fetch', meta: { uid } },
      app => events.read(app, { uid, resourceNamespace, resourceName }),
    );
    sendAnswer(req, res, answer);
  });

  router.get(`${base}/sync-windows`, async (req, res) => {
    const answer = await access.show(
      req,
      { eventId: 'sync-windows-fetch' },
      app => syncWindows.read(app),
    );
    sendAnswer(req, res, answer);
  });

  router.get(`${base}/diff`, async (req, res) => {
    const answer = await access.show(
      req,
      { ...MANIFESTS, eventId: 'diff-fetch' },
      app => diff.read(app),
    );
    sendAnswer(req, res, answer);
  });

  router.get(`${base}/parameters`, async (req, res) => {
    const answer = await access.show(
      req,
      { ...MANIFESTS, eventId: 'parameters-fetch' },
      app => parameters.read(app),
    );
    sendAnswer(req, res, answer);
  });

  router.get(`${base}/logs`, async (req, res) => {
    const { pod, podNamespace, container, tailLines, previous } = req.query;
    const answer = await access.show(
      req,
      {
        eventId: 'logs-fetch',
        severityLevel: 'medium',
        meta: { pod, podNamespace, container },
        permissions: [gitopsApplicationLogsReadPermission],
        proof: true,
      },
      app =>
        logs.read(app, { pod, podNamespace, container, tailLines, previous }),
    );
    sendAnswer(req, res, answer);
  });
}
