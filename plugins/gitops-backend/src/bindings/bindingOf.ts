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
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ENTITY_REF,
  ApplicationBinding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ArgoApplication,
  GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { matchesRule } from './matchesRule';

/**
 * Whether an entity's claim on an Application is proved: the Application names the entity, or a rule of the
 * configuration ties them together. What the entity says of itself proves nothing.
 */
export function bindingOf(
  app: Pick<
    ArgoApplication,
    'annotations' | 'project' | 'sources' | 'destination'
  >,
  entity: Entity,
  { rules }: GitOpsConfig['bindings'],
): ApplicationBinding {
  const ref = stringifyEntityRef(entity);
  const named = app.annotations[ANNOTATION_ENTITY_REF];
  if (named !== undefined && fullRef(named) === ref) {
    return {
      status: 'proved',
      reason: ANNOTATION_ENTITY_REF,
    };
  }
  const rule = rules.findIndex(candidate =>
    matchesRule(candidate, app, entity),
  );
  if (rule >= 0) {
    return { status: 'proved', reason: `gitops.bindings.rules[${rule}]` };
  }
  return {
    status: 'unproved',
    reason:
      named === undefined
        ? `The Application names no entity. To prove the claim, set its annotation ${ANNOTATION_ENTITY_REF}: ${ref} in Git.`
        : `The Application names another entity. If it is yours, set its annotation ${ANNOTATION_ENTITY_REF}: ${ref} in Git.`,
  };
}

function fullRef(ref: string): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref.trim(), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    // An annotation that is no entity reference names nobody.
    return undefined;
  }
}
