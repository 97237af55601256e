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
import type { DeliveryRow } from '@gitops-platform/backstage-plugin-gitops-common';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import { RowState } from '../RowState';
import styles from './cells.module.css';
import { Small } from '../../small';

/** Which environment it is, on which cluster, and how it fares. */
export function EnvironmentCell({ environment, cluster, state }: DeliveryRow) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <div className={styles.environment}>
      <Lines>
        <Text weight="bold">
          {environment === 'unknown'
            ? t('delivery.unknownEnvironment')
            : environment}
        </Text>
        <RowState state={state} />
        {cluster && <Small>{cluster}</Small>}
      </Lines>
    </div>
  );
}
