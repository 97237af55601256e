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

import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { isDeepStrictEqual } from 'node:util';
import type { DeploymentFacts } from '../facts/DeploymentFacts';
import { compareVersions } from './compareVersions';

/** A deployment among those before and after it. */
export interface Classified {
  facts: DeploymentFacts;
  kind: RecordedDeployment['kind'];
  /** The one that brought the version: itself, unless it is an edit or a restart. */
  broughtBy: DeploymentFacts;
  /** The rollback that took it away. */
  rolledBackBy?: DeploymentFacts;
}

/**
 * Tells deployments, rollbacks, edits and restarts apart. Versions stand on each other like a stack: a rollback takes
 * away what stands above its own. One that was taken away and comes again is deployed anew.
 *
 * @param deployments - of one Application, oldest first
 */
export function classify(deployments: DeploymentFacts[]): Classified[] {
  const standing: Classified[] = [];
  let previous: DeploymentFacts | undefined;
  return deployments.map(facts => {
    const restarts =
      previous && isDeepStrictEqual(previous.revisions, facts.revisions);
    previous = facts;
    const place = standing.findLastIndex(
      one => compareVersions(one.facts, facts) === 'same',
    );
    const above = standing.splice(place < 0 ? standing.length : place + 1);
    // Where nothing is known of what came between, it may have been the same version all along.
    const replaced = above.findLast(
      one => compareVersions(one.facts, facts) === 'different',
    );
    if (place >= 0 && !replaced) {
      return {
        facts,
        kind: restarts ? 'restart' : 'edit',
        broughtBy: standing[place].facts,
      };
    }
    if (replaced) {
      replaced.rolledBackBy = facts;
      standing.pop();
    }
    const deployment: Classified = {
      facts,
      kind: replaced ? 'rollback' : 'deployment',
      broughtBy: facts,
    };
    standing.push(deployment);
    return deployment;
  });
}
