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

import { DateTime } from 'luxon';
import { Text } from '@backstage/ui';
import {
  gitopsDeploymentReadPermission,
  type Deployments,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ForbiddenNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { useWords } from '../translation';
import styles from './Deployments.module.css';

/** What the list and the figures leave out. */
export function DeploymentsNotes({
  deployments,
}: {
  deployments: Deployments;
}) {
  const { from, recordedSince, truncated, items, hidden } = deployments;
  const { t, locale } = useWords();
  const begun = recordedSince ? DateTime.fromISO(recordedSince) : undefined;
  return (
    <>
      {hidden > 0 && (
        <ForbiddenNotice
          title={t('deployments.hidden', { count: hidden })}
          permission={gitopsDeploymentReadPermission.name}
        />
      )}
      {begun && begun > DateTime.fromISO(from) && (
        <Text
          as="p"
          className={styles.notes}
          variant="body-small"
          color="secondary"
        >
          {t('deployments.recordedSince', {
            date: begun.toLocaleString(DateTime.DATE_MED, { locale }),
          })}
        </Text>
      )}
      {truncated && (
        <Text
          as="p"
          className={styles.notes}
          variant="body-small"
          color="secondary"
        >
          {t('deployments.truncated', { listed: String(items.length) })}
        </Text>
      )}
    </>
  );
}
