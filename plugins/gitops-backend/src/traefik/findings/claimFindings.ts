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

import { ANNOTATION_EDIT_URL, type Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ENTITY_REF,
  type Finding,
  type RouteClaim,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { httpUrl } from '../../links/httpUrl';
import type { RouteApplication } from '../routes/RouteFacts';
import { placeOf, sourceOf, titleOf, type FoundRoute } from './FoundRoute';

const HOW_TO_PROVE = `It is proved by an Application of this entity that applies the IngressRoute and carries the annotation ${ANNOTATION_ENTITY_REF}`;

/** What is wrong with the entity's annotations. */
export function claimFindings(claim: RouteClaim, entity: Entity): Finding[] {
  const url = httpUrl(entity.metadata.annotations?.[ANNOTATION_EDIT_URL]);
  const wrong = (message: string, subject?: string): Finding => ({
    kind: 'wrongClaim',
    severity: 'warning',
    message,
    subject,
    evidence: [],
    remedy: url ? { label: 'Edit the annotations', url } : undefined,
  });
  return [
    ...(claim.problem ? [wrong(claim.problem)] : []),
    ...claim.missing.map(name =>
      wrong(`The annotations name ${name}, and no route of it is found`, name),
    ),
  ];
}

/** That nothing proves that routes are this entity's: unless that hides them, it is only said. */
export function unprovedFindings(options: {
  strict: boolean;
  applications: RouteApplication[];
  claim: { named: boolean };
  routes: FoundRoute[];
}): Finding[] {
  const { strict, applications, claim, routes } = options;
  const strangers = routes.filter(({ selected }) => !selected.applied);
  return [
    ...(strict
      ? applications.filter(({ binding }) => !binding.proved)
      : []
    ).map(
      ({ app, environment, binding }): Finding => ({
        kind: 'unprovedClaim',
        severity: 'warning',
        message: `Nothing proves that ${app.name} is this entity's, so its routes are not shown`,
        environment,
        cluster: app.destination.name ?? app.destination.server ?? '',
        subject: app.name,
        evidence: [binding.reason],
        remedy: { label: 'See how to prove the claim', tab: 'argocd' },
      }),
    ),
    ...(strict && claim.named
      ? [
          {
            kind: 'unprovedClaim' as const,
            severity: 'info' as const,
            message:
              "The annotations show only routes of Applications that are proved to be this entity's",
            evidence: [HOW_TO_PROVE],
          },
        ]
      : []),
    ...strangers.map(
      ({ route }): Finding => ({
        ...placeOf(route),
        kind: 'unprovedClaim',
        severity: 'info',
        message: `Nothing proves that the route of ${titleOf(
          route,
        )} is this entity's: it is shown because an annotation names it`,
        evidence: [...sourceOf(route), HOW_TO_PROVE],
      }),
    ),
  ];
}
