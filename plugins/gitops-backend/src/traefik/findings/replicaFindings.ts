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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  dashboardRemedy,
  placeOf,
  titleOf,
  type FoundRoute,
} from './FoundRoute';

/** That the replicas of an instance do not agree on a route, so that it depends on luck how a request fares. */
export function replicaFindings({ selected, route }: FoundRoute): Finding[] {
  const { known } = selected;
  if (!known) {
    return [];
  }
  const { router } = known.router;
  const { differences, view } = known.instance;
  const service = router.service
    ? view?.service(router.protocol, router.service)
    : undefined;
  const names = [
    ['router', router.name],
    ...[
      router.service,
      ...(service?.services ?? []).map(({ name }) => name),
    ].map(name => ['service', name]),
    ...router.middlewares.map(name => ['middleware', name]),
  ] as const;
  const evidence = names.flatMap(([kind, name]) =>
    (differences.get(`${kind} ${router.protocol} ${name}`) ?? []).map(
      words => `${kind} ${name}: ${words}`,
    ),
  );
  return evidence.length === 0
    ? []
    : [
        {
          ...placeOf(route),
          kind: 'replicasDisagree',
          severity: 'warning',
          message: `The replicas of Traefik '${
            known.instance.config.name
          }' do not agree on ${titleOf(route)}`,
          evidence,
          remedy: dashboardRemedy(known.instance.config.dashboardUrl),
        },
      ];
}
