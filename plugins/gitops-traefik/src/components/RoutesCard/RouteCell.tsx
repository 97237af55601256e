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
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import { RouteStatus } from '../State';
import styles from './cells.module.css';

/** Whether Traefik routes it, and whether that is known. */
export function RouteCell({ status, known }: Route) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <div className={styles.route}>
      <Lines>
        <RouteStatus status={status} />
        {known === 'applied' && status !== 'missing' && (
          <Text variant="body-small" color="secondary">
            {t('card.appliedOnly')}
          </Text>
        )}
      </Lines>
    </div>
  );
}
