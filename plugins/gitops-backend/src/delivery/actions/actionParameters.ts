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
  DeliveryAction,
  FindingRemedy,
} from '@gitops-platform/backstage-plugin-gitops-common';

const TEMPLATES: Record<DeliveryAction['kind'], string> = {
  promote: 'promote-release',
  rollback: 'rollback-release',
};

/** Where an action is taken. */
export interface ActionContext {
  entityRef: string;
  environment: string;
}

/** The template that promotes into an environment, with its parameters. */
export function promotion(
  { entityRef, environment }: ActionContext,
  from: string,
): Pick<DeliveryAction, 'template' | 'parameters'> {
  return {
    template: TEMPLATES.promote,
    parameters: { component: entityRef, environment, from },
  };
}

/** The template that rolls an environment back, with its parameters. */
export function rollback(
  { entityRef, environment }: ActionContext,
  deployment?: string,
): Pick<DeliveryAction, 'template' | 'parameters'> {
  return {
    template: TEMPLATES.rollback,
    parameters: {
      component: entityRef,
      environment,
      ...(deployment !== undefined && { deployment }),
    },
  };
}

/** The same as what mends a finding. */
export function rollbackTo(
  context: ActionContext & { deployment?: string },
  label: string,
): FindingRemedy {
  return { label, ...rollback(context, context.deployment) };
}
