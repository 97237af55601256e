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
import { RiDeleteBin2Line, RiFireLine, RiTimerLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretMetadata } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  Lines,
  StatusText,
  Until,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { secretState } from '../../model/secretState';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** The current version, and whether it is still there. */
export function VersionCell(secret: SecretMetadata) {
  const { version, deletedAt } = secret;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  const state = secretState(secret, Date.now());
  return (
    <div className={styles.version}>
      <Lines>
        {version === undefined ? (
          <Text color="secondary">{t('secrets.noVersion')}</Text>
        ) : (
          <span>
            {t('secrets.versionNumber', { version: String(version) })}
          </span>
        )}
        {state === 'destroyed' && (
          <>
            <StatusText icon={RiFireLine} tone="bad">
              {t('secrets.destroyed')}
            </StatusText>
            <Text variant="body-small" color="secondary">
              {t('secrets.destroyedHint')}
            </Text>
          </>
        )}
        {state === 'deleted' && (
          <>
            <StatusText icon={RiDeleteBin2Line} tone="bad">
              {t('secrets.deleted')} {deletedAt && <Age time={deletedAt} />}
            </StatusText>
            <Text variant="body-small" color="secondary">
              {t('secrets.deletedHint')}
            </Text>
          </>
        )}
        {state === 'deleting' && deletedAt && (
          <>
            <StatusText icon={RiTimerLine} tone="attention">
              {t('secrets.deleting')}
            </StatusText>
            <Text variant="body-small" color="secondary">
              <Until time={deletedAt} />
            </Text>
          </>
        )}
      </Lines>
    </div>
  );
}
