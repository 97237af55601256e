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

import type { Request, Response } from 'express';
import { EventWriter, isEventStream, queryValue, toGrpcError } from '../http';
import {
  type FieldSelection,
  parseFields,
  selectMessageFields,
} from '../projection';
import type { ApplicationEvent } from '../store';
import { passes, readFilter } from './filterApplications';
import { presentApplication } from './presentApplication';
import type { Route, RouteServices } from './RouteContext';

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

function encode(message: unknown, selection: FieldSelection | undefined) {
  return JSON.stringify(
    selection ? selectMessageFields(message, selection) : message,
  );
}

/** Answers the stream of Applications; resolves when the client or the server ends it. */
export async function streamApplications(
  services: RouteServices,
  request: Request,
  response: Response,
): Promise<void> {
  const { applications } = services.platform;
  const selection = parseFields(queryValue(request, 'fields'));
  const filter = readFilter(request, 'error parsing labels with selectors');
  const given = Number(queryValue(request, 'resourceVersion') ?? '');
  const minimum = Number.isInteger(given) ? given : 0;
  const managedFields = wantsManagedFields(selection);
  const writer = new EventWriter(request, response);
  const last = new Map<string, string>();
  const send = ({ type, application }: ApplicationEvent) => {
    const { name, resourceVersion } = application.metadata;
    // The stream looks at neither repo nor, without a name, the namespace.
    const wanted = passes(
      { ...filter, repo: undefined, appNamespace: undefined },
      application,
    );
    if (!wanted || Number(resourceVersion) < minimum) {
      return;
    }
    const shown = presentApplication(application, {
      resourceHealth: true,
      managedFields,
    });
    const text = encode({ result: { type, application: shown } }, selection);
    // A change that does not show in the selected fields is not told.
    if (last.get(name) !== text) {
      last.set(name, text);
      writer.write(isEventStream(request) ? `data: ${text} \n\n` : `${text}\n`);
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

/** An error of a stream that has sent nothing; it, too, is projected, as the real one does. */
export function streamError(request: Request, error: unknown) {
  const { status, streamBody } = toGrpcError(error);
  const selection = parseFields(queryValue(request, 'fields'));
  return { status, body: encode(streamBody, selection) };
}

/** Listed among the routes for its path; its errors differ from those of single answers. */
export const streamApplicationsPath: Pick<Route, 'method' | 'path'> = {
  method: 'GET',
  path: '/api/v1/stream/applications',
};
