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
import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  DataTable,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { resourceKey } from '../../model/resourceKey';
import { gitopsArgocdTranslationRef } from '../../translation';
import { OperationResult } from './OperationResult';
import styles from './Operations.module.css';

/** A row per resource that Argo CD has come to, what failed first. */
export function OperationResults(props: { operation: OperationProgress }) {
  const { resources, omitted } = props.operation;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  if (resources.length === 0) {
    return <Text color="secondary">{t('progress.noResources')}</Text>;
  }
  return (
    <>
      <DataTable
        label={t('progress.resources')}
        items={resources}
        itemKey={resource => `${resourceKey(resource)} ${resource.hook ?? ''}`}
        columns={[
          {
            id: 'resource',
            title: t('progress.resource'),
            isRowHeader: true,
            cell: ({ kind, name, hook }) => (
              <div className={styles.resource}>
                <Lines>
                  <Text variant="body-small" color="secondary">
                    {kind}
                    {hook && `, ${t('progress.hook', { type: hook })}`}
                  </Text>
                  <span>{name}</span>
                </Lines>
              </div>
            ),
          },
          {
            id: 'result',
            title: t('progress.result'),
            cell: resource => <OperationResult resource={resource} />,
          },
          {
            id: 'message',
            title: t('progress.message'),
            cell: ({ message }) => (
              <div className={styles.message}>{message}</div>
            ),
          },
        ]}
      />
      {omitted > 0 && (
        <Text color="secondary">
          {t('progress.omitted', { count: omitted })}
        </Text>
      )}
    </>
  );
}
