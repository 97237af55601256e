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
import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './References.module.css';

/** Where a secret comes from. */
export function StoreCell({ provider, store, server }: SecretReference) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <div className={styles.store}>
      <Lines>
        <span>
          {provider === 'unknown'
            ? t('references.unknownProvider')
            : t(`references.${provider}`)}
        </span>
        {store && (
          <Text variant="body-small" color="secondary">
            {store}
          </Text>
        )}
        {server && (
          <Text variant="body-small" color="secondary">
            {t('references.onServer', { server })}
          </Text>
        )}
        {provider === 'aws' && (
          <Text variant="body-small" color="secondary">
            {t('references.awsHint')}
          </Text>
        )}
      </Lines>
    </div>
  );
}
