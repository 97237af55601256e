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

import { EventWriter, queryValue } from '../http';
import { type FieldSelection, parseFields } from '../projection';
import {
  type ApplicationEvent,
  CONTROL_PLANE_NAMESPACE,
  instanceName,
} from '../store';
import { encode } from './encode';
import { isVisible, passes, readFilter } from './filterApplications';
import { presentApplication } from './presentApplication';
import type { Route, RouteContext } from './RouteContext';

const MANAGED_FIELDS = 'result.application.metadata.managedFields';

function wantsManagedFields(selection: FieldSelection | undefined): boolean {
  return (
    !selection ||
    selection.exclude ||
    [...selection.fields].some(
      field =>
        field.startsWith(MANAGED_FIELDS) || MANAGED_FIELDS.startsWith(field),
    )
  );
}

async function answerStream(context: RouteContext): Promise<void> {
  const { platform, enforcer, caller, request, response } = context;
  const { applications } = platform;
  const selection = parseFields(queryValue(request, 'fields'));
  const filter = readFilter(request, 'error parsing labels with selectors');
  // The stream looks at neither repo nor, without a name, the namespace.
  const namespace = filter.appNamespace ?? CONTROL_PLANE_NAMESPACE;
  const looked = {
    ...filter,
    repo: undefined,
    appNamespace: filter.name && namespace,
  };
  const given = Number(queryValue(request, 'resourceVersion') ?? '');
  const minimum = Number.isInteger(given) ? given : 0;
  const managedFields = wantsManagedFields(selection);
  const writer = new EventWriter(request, response);
  const last = new Map<string, string>();
  const send = ({ type, application }: ApplicationEvent) => {
    const { metadata } = application;
    if (
      Number(metadata.resourceVersion) < minimum ||
      !passes(looked, application) ||
      !isVisible(enforcer, caller, application)
    ) {
      return;
    }
    const shown = presentApplication(application, {
      resourceHealth: true,
      managedFields,
    });
    const text = encode({ result: { type, application: shown } }, selection);
    const instance = instanceName(metadata);
    // A change that does not show in the selected fields is not told.
    if (last.get(instance) !== text) {
      last.set(instance, text);
      writer.writeEvent(text);
    }
  };
  if (!queryValue(request, 'resourceVersion') || filter.name) {
    for (const application of applications.list()) {
      send({ type: 'ADDED', application });
    }
  }
  const stop = applications.watch(send);
  await new Promise<void>(resolve => response.once('close', resolve));
  stop();
}

/** The stream of Applications; it lasts until the client or the server ends it. */
export const streamApplications: Route = {
  method: 'GET',
  path: '/api/v1/stream/applications',
  streams: true,
  handle: answerStream,
};
