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

import { useCallback } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { asSentence, describeError } from '../live';
import { gitopsReactTranslationRef } from './gitopsReactTranslationRef';

/**
 * Puts an error into a sentence: what the backend said as it said it, the rest in the language of the app.
 * @public
 */
export function useErrorText(): (error: Error) => string {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return useCallback(
    error => {
      const { kind, message } = describeError(error);
      switch (kind) {
        case 'unreachable':
          return t('error.unreachable', { reason: error.message });
        case 'unanswered':
          return t('error.unanswered');
        default:
          return asSentence(message);
      }
    },
    [t],
  );
}
