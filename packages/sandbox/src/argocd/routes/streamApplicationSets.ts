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
import type { ApplicationSetEvent } from '../applicationSets';
import { parseFields } from '../projection';
import { isSetVisible } from './applicationSetRoutes';
import { encode } from './encode';
import type { Route } from './RouteContext';
import { withManagedFields } from './withManagedFields';

/** The stream of ApplicationSets: unlike that of Applications, it begins with what is there only for one by name. */
export const streamApplicationSets: Route = {
  method: 'GET',
  path: '/api/v1/stream/applicationsets',
  streams: true,
  async handle({ platform, request, response, enforcer, caller }) {
    const { applicationSets } = platform;
    const name = queryValue(request, 'name');
    const selection = parseFields(queryValue(request, 'fields'));
    const writer = new EventWriter(request, response);
    const send = ({ type, applicationSet }: ApplicationSetEvent) => {
      if (
        (!name || applicationSet.metadata.name === name) &&
        isSetVisible(enforcer, caller, applicationSet)
      ) {
        const shown = withManagedFields(applicationSet);
        const message = { result: { type, applicationSet: shown } };
        writer.writeEvent(encode(message, selection));
      }
    };
    for (const applicationSet of name ? applicationSets.list() : []) {
      send({ type: 'ADDED', applicationSet });
    }
    const stop = applicationSets.watch(send);
    await new Promise<void>(resolve => response.once('close', resolve));
    stop();
  },
};
