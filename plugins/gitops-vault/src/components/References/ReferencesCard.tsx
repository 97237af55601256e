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
import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  DataTable,
  Lines,
  SectionCard,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './References.module.css';
import { ExpectedCell } from './ExpectedCell';
import { ResourceCell } from './ResourceCell';
import { StoreCell } from './StoreCell';
import { SyncCell } from './SyncCell';

/** What in the cluster expects which secret, and whether it has it; nothing where nothing does. */
export function ReferencesCard(props: { references: SecretReference[] }) {
  const { references } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  if (references.length === 0) {
    return null;
  }
  return (
    <SectionCard title={t('references.title')}>
      <DataTable
        label={t('references.label')}
        items={references}
        itemKey={({ application, resource, cluster }) =>
          JSON.stringify([application, resource, cluster])
        }
        columns={[
          {
            id: 'resource',
            title: t('references.resource'),
            isRowHeader: true,
            cell: reference => <ResourceCell {...reference} />,
          },
          {
            id: 'secrets',
            title: t('references.secrets'),
            cell: reference => <ExpectedCell {...reference} />,
          },
          {
            id: 'store',
            title: t('references.store'),
            cell: reference => <StoreCell {...reference} />,
          },
          {
            id: 'target',
            title: t('references.target'),
            cell: ({ target }) => (
              <Lines>
                {target
                  ? t('references.targetSecret', { name: target })
                  : t('references.noTarget')}
              </Lines>
            ),
          },
          {
            id: 'status',
            title: t('references.status'),
            cell: reference => <SyncCell {...reference} />,
          },
        ]}
        note={({ message }) =>
          message ? (
            <span className={styles.message}>{asSentence(message)}</span>
          ) : undefined
        }
      />
    </SectionCard>
  );
}
