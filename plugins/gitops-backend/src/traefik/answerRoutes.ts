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
  EntityRoutes,
  RouteClaim as ShownClaim,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { UNKNOWN_ENVIRONMENT } from '@gitops-platform/backstage-plugin-gitops-node';
import { rankFindings } from '../delivery/findings/rankFindings';
import type { OpenedEntity } from '../permissions/EntityAccess';
import type { GitOpsResource } from '../permissions/GitOpsResource';
import { ownersOf } from '../permissions/ownersOf';
import { claimProblem } from './claim/claimProblem';
import { missingClaims } from './claim/missingClaims';
import type { NamedResource, RouteClaim } from './claim/routeClaimOf';
import { claimFindings, unprovedFindings } from './findings/claimFindings';
import type { FoundRoute } from './findings/FoundRoute';
import { routeFindings } from './findings/routeFindings';
import { upstreamFindings } from './findings/upstreamFindings';
import { projectRoute } from './routes/projectRoute';
import type {
  RouteApplication,
  RouteInstance,
  SelectedRoute,
} from './routes/RouteFacts';
import { selectRoutes, serves } from './routes/selectRoutes';
import type { RuleMask } from './routes/shownRule';

/** All that an answer is made of. */
export interface RoutesInput {
  /** Without a filter, everything is shown. */
  opened: Pick<OpenedEntity, 'entity' | 'entityRef'> & {
    filter?: OpenedEntity['filter'];
  };
  claim: RouteClaim;
  /** Those that the entity claims. */
  applications: RouteApplication[];
  /** Those that are configured. */
  instances: RouteInstance[];
  /** Whether a claim without a proof shows nothing. */
  strict: boolean;
  mask: RuleMask;
  certificateWarningMs: number;
  now: number;
}

/** What is shown of an entity's routes. */
export function answerRoutes(input: RoutesInput): EntityRoutes {
  const { opened, claim, strict, mask, now, certificateWarningMs } = input;
  const { filter } = opened;
  const applications = input.applications.filter(
    ({ binding }) => binding.proved || !strict,
  );
  const instances = concernedBy(input, applications);
  const selected = selectRoutes({ claim, applications, instances, now }).filter(
    ({ applied }) => applied !== undefined || !strict,
  );
  const visible = selected.filter(
    route => filter?.allows(resourceOf(route, opened)) ?? true,
  );
  const visibleApplications = applications.filter(
    of => filter?.allows(resourceOfApplication(of, opened)) ?? true,
  );
  const routes = visible.map(
    (route): FoundRoute => ({
      selected: route,
      route: projectRoute(route, { applications, mask }),
    }),
  );
  const shownClaim: ShownClaim = {
    source: sourceOf(input),
    ingressRoutes: claim.ingressRoutes.map(nameOf),
    services: claim.services.map(nameOf),
    hosts: claim.hosts,
    // Beside what is hidden, this would tell of any route whether it exists.
    missing: filter?.conditional
      ? []
      : missingClaims(claim, { applications, instances, routes, strict }),
    problem: claimProblem(
      claim,
      input.instances.map(({ config }) => config.name),
    ),
  };
  return {
    claim: shownClaim,
    items: routes.map(({ route }) => route),
    findings: rankFindings([
      ...routeFindings({ routes, now, certificateWarningMs }),
      ...upstreamFindings(instances, visibleApplications),
      ...claimFindings(shownClaim, opened.entity),
      ...unprovedFindings({ ...input, routes }),
    ]),
    // What annotations name and somebody else applied: its number would tell whether it exists.
    hidden: selected.filter(route => route.applied && !visible.includes(route))
      .length,
    instances: instances.map(({ status }) => status),
  };
}

/** The instances that may have any of the routes. */
function concernedBy(
  { claim, instances }: RoutesInput,
  applications: RouteApplication[],
): RouteInstance[] {
  return instances
    .filter(({ config }) => claim.instances?.includes(config.name) ?? true)
    .filter(
      instance =>
        claim.named || applications.some(of => serves(instance, { of })),
    );
}

function sourceOf({ claim, applications }: RoutesInput): ShownClaim['source'] {
  if (claim.named) {
    return 'annotation';
  }
  return applications.length > 0 ? 'applications' : 'none';
}

/** What permission rules see of a route. */
function resourceOf(
  { applied, known }: SelectedRoute,
  { entity, entityRef }: RoutesInput['opened'],
): GitOpsResource {
  const of = applied?.route.of;
  return {
    entityRef,
    owners: ownersOf(entity),
    environment: of?.environment ?? UNKNOWN_ENVIRONMENT,
    project: of?.app.project ?? '',
    instance: known?.instance.config.name ?? of?.app.instance ?? '',
  };
}

function resourceOfApplication(
  of: RouteApplication,
  { entity, entityRef }: RoutesInput['opened'],
): GitOpsResource {
  return {
    entityRef,
    owners: ownersOf(entity),
    environment: of.environment,
    project: of.app.project,
    instance: of.app.instance,
  };
}

function nameOf({ namespace, name }: NamedResource): string {
  return `${namespace}/${name}`;
}
