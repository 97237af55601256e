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

import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretMetadata } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';

/** When the current version was written, and when the first one was. */
export function ChangedCell({ updatedAt, createdAt }: SecretMetadata) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <Lines>
      {updatedAt ? (
        <Age time={updatedAt} />
      ) : (
        <Text color="secondary">{t('secrets.never')}</Text>
      )}
      {createdAt && createdAt !== updatedAt && (
        <Text variant="body-small" color="secondary">
          {t('secrets.created', { age: <Age time={createdAt} /> })}
        </Text>
      )}
    </Lines>
  );
}
