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
import { gitopsVaultTranslationRef } from '../../translation';
import { Names } from '../Names';
import styles from './References.module.css';

/** Which secrets are expected, and which of their keys. */
export function ExpectedCell({ secrets }: SecretReference) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <ul className={styles.expected}>
      {secrets.map(({ path, keys }) => (
        <li key={path}>
          <span className={styles.path}>{path}</span>
          {keys.length > 0 ? (
            <Names names={keys} />
          ) : (
            <Text variant="body-small" color="secondary">
              {t('references.wholeSecret')}
            </Text>
          )}
        </li>
      ))}
    </ul>
  );
}
