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

import { gitopsApiRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { startDevApp } from '@gitops-platform/ui-test-utils/dev';
import { template } from '@gitops-platform/ui-test-utils/fixtures';
import plugin from '../src/plugin';
import { createFixtureGitOpsApi } from './createFixtureGitOpsApi';
import { entity } from './fixtures';
import { states } from './states';

// The catalog lists an entity for each state that the card and the tab can be in.
startDevApp({
  plugin,
  entities: [
    ...Object.keys(states).map(name => entity(name)),
    template('add-secret'),
  ],
  api: [gitopsApiRef, createFixtureGitOpsApi()],
});
