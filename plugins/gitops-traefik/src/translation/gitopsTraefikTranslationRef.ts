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
import { flowMessages } from './messages/flow';
import { noticeMessages } from './messages/notices';
import { routeMessages } from './messages/routes';

/**
 * The English messages of this plugin, for an app to translate.
 * @remarks
 * Findings, ages and errors are messages of `gitopsReactTranslationRef`. What the backend, Traefik and Kubernetes say is
 * shown as they say it.
 * @public
 */
export const gitopsTraefikTranslationRef = createTranslationRef({
  id: 'plugin.gitops-traefik',
  messages: { ...routeMessages, ...noticeMessages, ...flowMessages },
});
