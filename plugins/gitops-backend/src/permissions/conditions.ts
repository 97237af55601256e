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

import { createConditionExports } from '@backstage/plugin-permission-node';
import { gitopsResourceRef } from './gitopsResourceRef';
import { gitopsRules } from './rules';

const exported = createConditionExports({
  resourceRef: gitopsResourceRef,
  rules: gitopsRules,
});

/**
 * Conditions for the authors of permission policies.
 *
 * @example
 * Developers see what they own, wherever it runs, and everything in dev:
 * ```ts
 * createGitOpsConditionalDecision(request.permission, {
 *   anyOf: [
 *     gitopsConditions.isEntityOwner({ claims: user.info.ownershipEntityRefs }),
 *     gitopsConditions.inEnvironment({ environments: ['dev'] }),
 *   ],
 * });
 * ```
 * @public
 */
export const gitopsConditions = exported.conditions;

/**
 * Makes a conditional decision out of {@link gitopsConditions}.
 * @public
 */
export const createGitOpsConditionalDecision =
  exported.createConditionalDecision;
