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

import { NotImplementedError } from '@backstage/errors';
import type { GitOpsApi } from '@gitops-platform/backstage-plugin-gitops-common';
import { history, resources } from './fixtures';
import { states } from './states';

const attempts = new Map<string, number>();

/** Answers with the state that the entity is named after. */
export const fixtureGitOpsApi: GitOpsApi = {
  async getEntityApplications({ name }) {
    const attempt = attempts.get(name) ?? 0;
    attempts.set(name, attempt + 1);
    return states[name](attempt);
  },
  getApplicationHistory: async () => history(),
  getApplicationResources: async () => resources(),
  checkForm: async () => {
    throw new NotImplementedError('The dev app has no wizard.');
  },
  getInstances: async () => ({ items: [] }),
};
