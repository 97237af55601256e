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
  type FormCheck,
  type FormOption,
  gitopsDeploymentReadPermission,
  type RecordedDeployment,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  findRollbackTarget,
  rollbackTargets,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { plainTime } from '../text/plainTime';
import type { EntityDeployments } from '../deployments/EntityDeployments';
import type { FormField, FormQuestion } from './FormField';
import type { ReleaseForm } from './ReleaseForm';

const MAX_OPTIONS = 20;

const OUTCOMES: Record<RecordedDeployment['outcome'], string> = {
  pending: 'not healthy yet',
  healthy: 'healthy',
  degraded: 'degraded soon after',
  rolledBack: 'rolled back',
  superseded: 'replaced before it was healthy',
  unknown: 'how it went is not known',
};

/** What a rollback would change, and which deployments one can go back to. */
export class RollbackField implements FormField {
  readonly #form: ReleaseForm;
  readonly #deployments: Pick<EntityDeployments, 'list'>;

  constructor(options: {
    form: ReleaseForm;
    deployments: Pick<EntityDeployments, 'list'>;
  }) {
    this.#form = options.form;
    this.#deployments = options.deployments;
  }

  check(question: FormQuestion): Promise<FormCheck> {
    return this.#form.check(question, {
      kind: 'rollback',
      permission: gitopsDeploymentReadPermission,
      begin: async (opened, environment) => {
        const service = opened.entity.metadata.name;
        const deployments = await this.#deployments.list(opened);
        return {
          options: optionsOf(deployments, environment),
          plan: async desk => {
            const plan = await desk.planRollback({
              service,
              entityRef: opened.entityRef,
              environment,
              deployment: findRollbackTarget({
                service,
                environment,
                deployments,
                deployment: question.deployment || undefined,
              }),
            });
            return { plan, against: environment };
          },
        };
      },
    });
  }
}

/** The good ones first, because they need no reason; each version once, as it was deployed last. */
function optionsOf(
  deployments: RecordedDeployment[],
  environment: string,
): FormOption[] {
  const targets = rollbackTargets({ deployments, environment });
  const good = targets.filter(({ canRollBackTo }) => canRollBackTo);
  const others = targets.filter(({ canRollBackTo }) => !canRollBackTo);
  return eachVersionOnce([...good, ...others])
    .slice(0, MAX_OPTIONS)
    .map(deployment => ({
      value: deployment.id,
      label: deployment.version ?? deployment.id,
      description: `${plainTime(deployment.deployedAt)}, ${
        OUTCOMES[deployment.outcome]
      }`,
      selected: deployment.id === good[0]?.id,
    }));
}

function eachVersionOnce(deployments: RecordedDeployment[]) {
  const seen = new Set<string>();
  return deployments.filter(({ id, version = id }) => {
    const isNew = !seen.has(version);
    seen.add(version);
    return isNew;
  });
}
