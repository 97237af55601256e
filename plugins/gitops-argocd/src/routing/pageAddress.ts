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

import type {
  ApplicationOverview,
  ResourceName,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../model/applicationKey';
import { resourceKey } from '../model/resourceKey';
import type { View } from './views';

/** What stands in the address of the tab, so that it can be passed on. */
export type PageAddress = {
  /** The Application, as `applicationKey` has it. */
  app?: string;
  view?: View;
  /** The resource, as `resourceKey` has it. */
  resource?: string;
};

/** The query of an address with the given parameters put over it; those that are `undefined` are taken away. */
export function withAddress(
  before: URLSearchParams,
  changes: PageAddress,
): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) {
      after.delete(name);
    } else {
      after.set(name, value);
    }
  }
  return after;
}

/** The query that leads to an Application on the tab. */
export function applicationQuery(
  application: Pick<ApplicationOverview, 'instance' | 'namespace' | 'name'>,
): string {
  const app = applicationKey(application);
  return withAddress(new URLSearchParams(), { app }).toString();
}

/** The query that leads to a resource of the Application that is looked at. */
export function resourceQuery(
  before: URLSearchParams,
  resource: ResourceName,
): string {
  const changes = {
    view: 'resources',
    resource: resourceKey(resource),
  } as const;
  return withAddress(before, changes).toString();
}
