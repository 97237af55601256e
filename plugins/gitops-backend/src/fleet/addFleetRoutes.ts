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

import type { AuditorService } from '@backstage/backend-plugin-api';
import type { Request, Response } from 'express';
import { audited } from '../audit/audited';
import { awaitNews } from '../http/awaitNews';
import { sendAnswer } from '../http/sendAnswer';
import { WaitingRoom } from '../http/WaitingRoom';
import type { FleetAccess, FleetViewer } from '../permissions/FleetAccess';
import type { GitOpsRouter } from '../router';
import type { FleetSignals } from '../signals/FleetSignals';
import type { FleetReader } from './FleetReader';
import { parseFleetQuery } from './query/parseFleetQuery';

/** Each that waits goes over the whole fleet once a second. */
const SEATS = 20;
const GATHER_MS = 1_000;

/** `GET /v1/applications` and `GET /v1/applicationsets`: all that the caller may read, a page at a time. */
export function addFleetRoutes(
  router: GitOpsRouter,
  options: {
    access: FleetAccess;
    auditor: AuditorService;
    reader: FleetReader;
    signals: FleetSignals;
  },
): void {
  const { access, auditor, reader, signals } = options;
  const room = WaitingRoom.create({ seats: SEATS });

  async function show<T>(
    req: Request<any, any, any, any, any>,
    res: Response,
    list: 'applications' | 'applicationsets',
    read: (viewer: FleetViewer) => Promise<T>,
  ): Promise<void> {
    const { answer, waited } = await audited(
      auditor,
      { eventId: 'fleet-fetch', request: req, meta: { list } },
      async () => {
        const viewer = await access.open(req);
        signals.viewed();
        return awaitNews({
          req,
          res,
          room,
          gatherMs: GATHER_MS,
          read: () => read(viewer),
          subscribe: listener => signals.onChange(listener),
        });
      },
    );
    sendAnswer(req, res, answer, { waited });
  }

  router.get('/v1/applications', (req, res) =>
    show(req, res, 'applications', async viewer =>
      reader.applications(viewer, parseFleetQuery(req.query)),
    ),
  );

  router.get('/v1/applicationsets', (req, res) =>
    show(req, res, 'applicationsets', viewer =>
      reader.applicationSets(viewer, req.query),
    ),
  );
}
