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
import {
  asSentence,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import { Names } from '../Names';
import styles from './cells.module.css';

/** The names of a secret's keys, or why they are not known. */
export function KeysCell(props: SecretMetadata & { withReason: boolean }) {
  const { keys, keysReason, withReason } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  if (keys) {
    return keys.length > 0 ? (
      <Names names={keys} />
    ) : (
      <Text color="secondary">{t('secrets.noKeys')}</Text>
    );
  }
  return (
    <div className={styles.reason}>
      <Lines>
        <Text color="secondary">{t('secrets.keysUnknown')}</Text>
        {withReason && keysReason && (
          <Text variant="body-small" color="secondary">
            {asSentence(keysReason)}
          </Text>
        )}
      </Lines>
    </div>
  );
}
