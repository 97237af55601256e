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
  useRouteRef,
  type RouteFunc,
  type RouteRef,
} from '@backstage/core-plugin-api';

/**
 * Leads to a page, where the app has it: an app of the old frontend system need not have added the tab.
 * @public
 */
export function useOptionalRoute<
  Params extends { [name in string]: string } | undefined,
>(routeRef: RouteRef<Params>): RouteFunc<Params> | undefined {
  try {
    return useRouteRef(routeRef);
  } catch {
    return undefined;
  }
}
