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

import type { ConditionalPolicyDecision } from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionRuleset,
} from '@backstage/plugin-permission-node';
import { gitopsApplicationReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import fc from 'fast-check';
import { compileConditions } from './compileConditions';
import {
  createGitOpsConditionalDecision,
  gitopsConditions,
} from './conditions';
import type { GitOpsResource } from './GitOpsResource';
import { gitopsRules } from './rules';

const ruleset: PermissionRuleset<GitOpsResource> = {
  getRuleByName: name => {
    const rule = Object.values(gitopsRules).find(one => one.name === name);
    if (!rule) {
      throw new Error(`no rule ${name}`);
    }
    return {
      ...rule,
      apply: (resource, params) => Object(rule).apply(resource, params),
    };
  },
};

type Conditions = ConditionalPolicyDecision['conditions'];
const text = fc.constantFrom('a', 'b', 'c');
const leaf = fc.oneof(
  fc.array(text).map(claims => gitopsConditions.isEntityOwner({ claims })),
  fc
    .array(text)
    .map(environments => gitopsConditions.inEnvironment({ environments })),
  fc.array(text).map(projects => gitopsConditions.inProject({ projects })),
  fc.array(text).map(instances => gitopsConditions.onInstance({ instances })),
);
const { conditions } = fc.letrec<{ conditions: Conditions }>(tie => {
  const some = fc
    .array(tie('conditions'), { minLength: 1, maxLength: 3 })
    .map(([first, ...rest]): [Conditions, ...Conditions[]] => [first, ...rest]);
  return {
    conditions: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      some.map(allOf => ({ allOf })),
      some.map(anyOf => ({ anyOf })),
      tie('conditions').map(not => ({ not })),
    ),
  };
});
const resource = fc.record({
  entityRef: fc.constant('component:default/x'),
  owners: fc.array(text, { maxLength: 2 }),
  environment: text,
  project: text,
  instance: text,
});

const decisionOf = (one: Conditions): ConditionalPolicyDecision => ({
  ...createGitOpsConditionalDecision(
    gitopsApplicationReadPermission,
    gitopsConditions.inProject({ projects: [] }),
  ),
  conditions: one,
});

describe('compileConditions', () => {
  it("decides as the framework's own authorizer does", () => {
    const authorize = createConditionAuthorizer(ruleset);
    fc.assert(
      fc.property(conditions, fc.array(resource), (one, resources) => {
        const decision = decisionOf(one);
        const allows = compileConditions(decision, ruleset);
        expect(resources.map(allows)).toEqual(
          resources.map(each => authorize(decision, each)),
        );
      }),
    );
  });

  it.each([
    ['parameters that a rule does not take', 'IN_PROJECT', { projects: 'a' }],
    ['no parameters', 'IN_PROJECT', undefined],
    ['an unknown rule', 'IN_HEAVEN', {}],
  ])('refuses %s', (_, rule, params) => {
    const wrong = { rule, resourceType: 'gitops-resource', params };
    const [any] = fc.sample(resource, 1);
    expect(() => compileConditions(decisionOf(wrong), ruleset)(any)).toThrow();
  });
});
