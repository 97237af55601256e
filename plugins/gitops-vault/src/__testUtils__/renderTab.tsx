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
import { renderOnEntity } from '@gitops-platform/ui-test-utils';
import { createFixtureGitOpsApi } from '../../dev/createFixtureGitOpsApi';
import { entity } from '../../dev/fixtures';
import { SecretsContent } from '../components/SecretsContent';

/** Shows the tab of an entity of the dev app. */
export function renderTab(state: string, address?: string) {
  renderOnEntity(<SecretsContent />, {
    entity: entity(state),
    address,
    apis: [[gitopsApiRef, createFixtureGitOpsApi()]],
  });
}
