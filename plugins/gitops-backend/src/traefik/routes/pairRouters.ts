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

import { routeKey, routeNamesOf } from '../store/routeName';
import type { KnownRouter, TraefikView } from '../store/TraefikView';
import type { AppliedRoute, RuleOfRoute } from './RouteFacts';

/**
 * The routers that Traefik made of each rule of an IngressRoute: one, or one per entry point where these have settings
 * of their own, or none.
 *
 * Names of routers run the names of namespace and IngressRoute together, so the rule decides. A router that is left may
 * be that of the rule before a change, or of somebody else's IngressRoute: nothing of it is shown.
 */
export function pairRouters(
  route: AppliedRoute,
  view: TraefikView,
): {
  pairs: { rule: RuleOfRoute; routers: KnownRouter[] }[];
  left: KnownRouter[];
} {
  const key = routeKey(route.namespace, route.name);
  const left = new Set(view.ofRoute(route.protocol, key));
  const pairs = route.facts.rules.map((rule, index) => {
    const routers = [...left].filter(({ router }) =>
      rule.match === undefined
        ? indexesOf(router, key).includes(index)
        : router.rule === rule.match,
    );
    routers.forEach(one => left.delete(one));
    return { rule: { route, index, rule }, routers };
  });
  return { pairs, left: [...left] };
}

function indexesOf(
  router: KnownRouter['router'],
  key: string,
): (number | undefined)[] {
  return routeNamesOf(router)
    .filter(name => name.key === key)
    .map(({ index }) => index);
}
