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
  AuthorizeResult,
  type ConditionalPolicyDecision,
  type PermissionCondition,
  type PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';

/**
 * The conditions of a decision as one function. The framework's own authorizer checks a rule's parameters at every
 * resource; this one has it check them at the first, because there may be ten thousand.
 */
export function compileConditions<T>(
  decision: ConditionalPolicyDecision,
  ruleset: PermissionRuleset<T>,
): (resource: T) => boolean {
  const authorize = createConditionAuthorizer(ruleset);

  function compile(
    criteria: PermissionCriteria<PermissionCondition>,
  ): (resource: T) => boolean {
    if ('allOf' in criteria) {
      const parts = criteria.allOf.map(compile);
      return resource => parts.every(part => part(resource));
    }
    if ('anyOf' in criteria) {
      const parts = criteria.anyOf.map(compile);
      return resource => parts.some(part => part(resource));
    }
    if ('not' in criteria) {
      const part = compile(criteria.not);
      return resource => !part(resource);
    }
    const rule = ruleset.getRuleByName(criteria.rule);
    const params = criteria.params ?? {};
    let checked = false;
    return resource => {
      if (checked) {
        return rule.apply(resource, params);
      }
      const allowed = authorize(
        { ...decision, conditions: criteria },
        resource,
      );
      checked = true;
      return allowed;
    };
  }

  return compile(decision.conditions);
}

/** Whether a decision hangs on the resource. */
export function isConditional(decision: {
  result: AuthorizeResult;
}): decision is ConditionalPolicyDecision {
  return decision.result === AuthorizeResult.CONDITIONAL;
}
