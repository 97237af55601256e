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
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { gitopsTranslationRef } from './gitopsTranslationRef';
import { deliveryMessages } from './deliveryMessages';
import { fleetMessages } from './fleetMessages';

/** What the app shows itself of this plugin: keys of messages, and what they say in English. */
const titles = {
  'page.title': fleetMessages.page.title,
  'page.applications': fleetMessages.page.applications,
  'page.applicationSets': fleetMessages.page.applicationSets,
  'home.title': fleetMessages.home.title,
  'home.description': fleetMessages.home.description,
  'delivery.title': deliveryMessages.delivery.title,
} as const;

/**
 * A title in the language in which the app starts.
 * @remarks
 * Backstage asks for titles once, before anything is shown, and takes only text. So messages that an app replaces
 * (`createTranslationMessages`) are heeded, and a language that is loaded on demand is not until Backstage can
 * (https://github.com/backstage/backstage/issues/34139).
 */
export function titleIn(
  { apis }: { apis: ApiHolder },
  title: keyof typeof titles,
): string {
  const messages = apis
    .get(translationApiRef)
    ?.getTranslation(gitopsTranslationRef);
  return messages?.ready ? messages.t(title) : titles[title];
}
