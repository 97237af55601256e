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

import { RiEyeOffLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './ValuesNote.module.css';

/** That no value is shown, wherever secrets are. */
export function ValuesNote() {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <p className={styles.note}>
      <RiEyeOffLine className={styles.icon} size={16} aria-hidden />
      {t('state.values')}
    </p>
  );
}
