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

import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { deliveryMessages } from './deliveryMessages';
import { deploymentMessages } from './deploymentMessages';
import { fleetMessages } from './fleetMessages';

/**
 * The English messages of this plugin, for an app to translate.
 * @remarks
 * Statuses, ages, errors and findings' severities are messages of `gitopsReactTranslationRef`. What the backend, Argo CD
 * and Git say is shown as they say it.
 * @public
 */
export const gitopsTranslationRef = createTranslationRef({
  id: 'plugin.gitops',
  messages: {
    ...fleetMessages,
    ...deliveryMessages,
    ...deploymentMessages,
  },
});
