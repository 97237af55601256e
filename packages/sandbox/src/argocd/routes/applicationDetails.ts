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

import { canSync, isOpen, windowsOf } from '../syncWindows';
import type { SyncWindow } from '../types';
import { getEvents } from './eventRoutes';
import { findApplication } from './findApplication';
import { resourceRoutes } from './resourceRoutes';
import { revisionRoutes } from './revisionRoutes';
import type { Route } from './RouteContext';

const present = ({ kind, schedule, duration, manualSync }: SyncWindow) => ({
  kind,
  schedule,
  duration,
  manualSync: manualSync ?? false,
});

const getSyncWindows: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/syncwindows',
  async handle(context) {
    const application = findApplication(context);
    const { projects, now } = context.platform;
    const project = projects.get(application.spec.project || 'default');
    const assigned = windowsOf(project, application);
    const open = assigned.filter(window => isOpen(window, now()));
    return {
      ...(open.length > 0 ? { activeWindows: open.map(present) } : {}),
      ...(assigned.length > 0
        ? { assignedWindows: assigned.map(present) }
        : {}),
      canSync: canSync(assigned, { manual: true, now: now() }),
    };
  },
};

const getLinks: Route = {
  method: 'GET',
  path: '/api/v1/applications/:name/links',
  async handle(context) {
    findApplication(context);
    return {};
  },
};

/** What is read of one Application besides itself. */
export const applicationDetails: Route[] = [
  ...resourceRoutes,
  ...revisionRoutes,
  getEvents,
  getSyncWindows,
  getLinks,
];
