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

import type { ApplicationIndex } from './ApplicationIndex';
import { idOf, type CatalogApplication } from './CatalogApplication';
import { claimAnnotations } from './claimAnnotations';
import type { EntityFacts } from './EntityFacts';
import type { RuleName } from './rules';

/** The backend shows no more of an entity, and what so many share is hardly one entity's. */
export const MAX_APPLICATIONS = 200;

/** How many Applications a reason names. */
const NAMED = 3;

/** Whose Applications an entity has: one rule tells, the rules leave it open, or none finds any. */
export type Decision =
  | {
      outcome: 'decided';
      rule: RuleName;
      applications: CatalogApplication[];
      /** What tells these Applications from all others. */
      annotations: Record<string, string>;
    }
  | { outcome: 'ambiguous'; reasons: string[] }
  | { outcome: 'none' };

/**
 * Decides which Applications are an entity's.
 *
 * One rule decides where it finds all that the rules find together: the others may find less, but nothing else. Of
 * several such rules it is the strongest. An Application that another entity claims by a better rule is not found;
 * one that another claims just as well leaves the whole entity ambiguous.
 */
export function decideApplications(
  entity: EntityFacts,
  index: ApplicationIndex,
): Decision {
  const findings = index.find(entity);
  if (findings.length === 0) {
    return { outcome: 'none' };
  }
  const all = new Map(
    findings
      .flatMap(({ applications }) => applications)
      .map(app => [idOf(app), app]),
  );
  const contested = contests([...all.values()], entity, index);
  if (contested.length > 0) {
    return ambiguous(...contested);
  }
  const deciding = findings.find(
    ({ applications }) => applications.length === all.size,
  );
  if (!deciding) {
    return ambiguous(
      findings
        .map(
          ({ rule, applications }) =>
            `${rule} finds ${list(applications.map(idOf))}`,
        )
        .join(', but '),
    );
  }
  const { rule, applications } = deciding;
  if (applications.length > MAX_APPLICATIONS) {
    return ambiguous(
      `${rule} finds ${applications.length} Applications, more than ${MAX_APPLICATIONS}`,
    );
  }
  const annotations = claimAnnotations(applications, index);
  return annotations
    ? { outcome: 'decided', rule, applications, annotations }
    : ambiguous(
        `no annotation tells ${list(
          applications.map(idOf),
        )} from other Applications of the same names`,
      );
}

function ambiguous(...reasons: string[]): Decision {
  return { outcome: 'ambiguous', reasons };
}

/** What speaks for other entities just as well. */
function contests(
  applications: CatalogApplication[],
  entity: EntityFacts,
  index: ApplicationIndex,
): string[] {
  const contested = applications.flatMap(app => {
    const others = index
      .claimantsOf(app, entity)
      .filter(ref => ref !== entity.ref);
    return others.length > 0
      ? [`${idOf(app)} may as well be that of ${list(others)}`]
      : [];
  });
  return contested.slice(0, NAMED);
}

function list(names: string[]): string {
  const more = names.length - NAMED;
  const shown = names.slice(0, NAMED).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
