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
import { Disclosure } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';
import { Versions } from './Versions';

/** What a secret's own metadata says, as far as it is allowed, and its versions when asked for. */
export function SecretNote({ secret }: { secret: SecretMetadata }) {
  const { name, customMetadata, versions } = secret;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <div className={styles.note}>
      {customMetadata.length > 0 && (
        <dl className={styles.metadata} aria-label={t('secrets.metadata')}>
          {customMetadata.map(({ name: key, value }) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {versions.length > 1 && (
        <Disclosure
          label={
            <Text variant="body-small">
              {t('secrets.versions', { count: versions.length })}
            </Text>
          }
          about={name}
        >
          <Versions versions={versions} />
        </Disclosure>
      )}
    </div>
  );
}
