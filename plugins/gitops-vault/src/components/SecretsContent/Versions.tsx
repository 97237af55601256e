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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretVersion } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age } from '@gitops-platform/backstage-plugin-gitops-react';
import { secretState } from '../../model/secretState';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** The latest versions of a secret, newest first, and what became of each. */
export function Versions({ versions }: { versions: SecretVersion[] }) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <ul className={styles.versions}>
      {versions.map((each, index) => {
        const { version, createdAt, deletedAt } = each;
        const state = secretState(each, Date.now());
        return (
          <li key={version}>
            <strong>
              {t('secrets.versionNumber', { version: String(version) })}
            </strong>{' '}
            {t('secrets.versionWritten', { age: <Age time={createdAt} /> })}
            {index === 0 && ` · ${t('secrets.versionCurrent')}`}
            {state === 'deleted' && deletedAt && (
              <>
                {' · '}
                {t('secrets.versionDeleted', { age: <Age time={deletedAt} /> })}
              </>
            )}
            {state === 'destroyed' && ` · ${t('secrets.versionDestroyed')}`}
          </li>
        );
      })}
    </ul>
  );
}
