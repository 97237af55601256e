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
import {
  RiCheckboxCircleFill,
  RiForbidLine,
  RiTimeLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SyncWindow } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  DataTable,
  Lines,
  StatusText,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './SyncWindowsTable.module.css';

const kinds = {
  allow: { icon: RiCheckboxCircleFill, tone: 'good' },
  deny: { icon: RiForbidLine, tone: 'attention' },
} as const;

/** A row per sync window. */
export function SyncWindowsTable({ windows }: { windows: SyncWindow[] }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <DataTable
      label={t('windows.label')}
      items={windows.map((window, index) => ({ window, index }))}
      itemKey={({ index }) => String(index)}
      columns={[
        {
          id: 'kind',
          title: t('windows.kind'),
          isRowHeader: true,
          cell: ({ window }) => (
            <Lines>
              <StatusText {...kinds[window.kind]}>
                {t(`windows.${window.kind}`)}
              </StatusText>
              {window.description && (
                <Text variant="body-small" color="secondary">
                  {window.description}
                </Text>
              )}
            </Lines>
          ),
        },
        {
          id: 'state',
          title: t('windows.state'),
          cell: ({ window }) =>
            window.active ? (
              <StatusText icon={RiTimeLine} tone="attention">
                {t('windows.active')}
              </StatusText>
            ) : (
              <Text color="secondary">{t('windows.inactive')}</Text>
            ),
        },
        {
          id: 'schedule',
          title: t('windows.schedule'),
          cell: ({ window }) => (
            <Lines>
              <code className={styles.schedule}>{window.schedule}</code>
              {window.timeZone && (
                <Text variant="body-small" color="secondary">
                  {t('windows.zone', { zone: window.timeZone })}
                </Text>
              )}
            </Lines>
          ),
        },
        {
          id: 'duration',
          title: t('windows.duration'),
          cell: ({ window }) => window.duration,
        },
        {
          id: 'byHand',
          title: t('windows.byHand'),
          cell: ({ window }) =>
            window.manualSync ? t('windows.byHandYes') : t('windows.byHandNo'),
        },
      ]}
    />
  );
}
