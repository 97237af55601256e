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

import { mockApis } from '@backstage/frontend-test-utils';
import { gitopsTranslationRef, type Words } from '../translation';

/** The English messages. */
export function words(): Words {
  const messages = mockApis.translation().getTranslation(gitopsTranslationRef);
  if (!messages.ready) {
    throw new Error('The messages are not ready');
  }
  return { t: messages.t, locale: 'en' };
}
