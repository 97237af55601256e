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

import { queryValue, sendJson } from '../http';
import { listFieldNames, parseFields, selectListFields } from '../projection';
import { isVisible, passes, readFilter } from './filterApplications';
import { presentApplication } from './presentApplication';
import type { Route } from './RouteContext';

const orNull = <T>(items: T[]) => (items.length > 0 ? items : null);

export const listApplications: Route = {
  method: 'GET',
  path: '/api/v1/applications',
  async handle({ platform, request, response, enforcer, caller }) {
    const filter = readFilter(request, 'error parsing the selector');
    const { applications } = platform;
    const metadata = { resourceVersion: applications.resourceVersion };
    const found = applications
      .list()
      .filter(one => passes(filter, one) && isVisible(enforcer, caller, one));
    const selection = parseFields(queryValue(request, 'fields'));
    if (!selection) {
      const items = found.map(one =>
        presentApplication(one, { resourceHealth: false }),
      );
      return { metadata, items: orNull(items) };
    }
    const names = listFieldNames(selection);
    if (!names && found.length > 0) {
      await sendJson(
        request,
        response,
        { error: 'failed to marshal error message' },
        { status: 500 },
      );
      return undefined;
    }
    const items = found.map(one =>
      selectListFields(
        presentApplication(one, {
          resourceHealth: false,
          managedFields: false,
        }),
        names ?? [],
      ),
    );
    return { items: orNull(items), metadata };
  },
};
