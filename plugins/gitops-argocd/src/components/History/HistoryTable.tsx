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
import type { Deployment } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  DataTable,
  Lines,
  Took,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Person } from '../Person';
import { DeployedImages } from './DeployedImages';
import { RevisionChange } from './RevisionChange';
import styles from './HistoryTable.module.css';

/** A row per deployment, in the order in which they come: newest first. */
export function HistoryTable(props: { deployments: Deployment[] }) {
  const { deployments } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <DataTable
      label={t('history.label')}
      items={deployments}
      itemKey={({ id }) => String(id)}
      columns={[
        {
          id: 'when',
          title: t('history.deployed'),
          isRowHeader: true,
          cell: deployment => (
            <When deployment={deployment} now={deployment === deployments[0]} />
          ),
        },
        {
          id: 'change',
          title: t('history.change'),
          cell: ({ revisions }) => (
            <div className={styles.change}>
              <Lines>
                {revisions.map((revision, index) => (
                  <RevisionChange
                    key={`${index} ${revision.revision}`}
                    revision={revision}
                  />
                ))}
              </Lines>
            </div>
          ),
        },
        {
          id: 'images',
          title: t('history.images'),
          cell: deployment => <DeployedImages deployment={deployment} />,
        },
        {
          id: 'by',
          title: t('history.by'),
          cell: ({ initiatedBy }) => <Person name={initiatedBy} />,
        },
      ]}
    />
  );
}

function When(props: { deployment: Deployment; now: boolean }) {
  const { deployedAt, startedAt } = props.deployment;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Lines>
      <Age time={deployedAt} />
      {startedAt && (
        <Text variant="body-small" color="secondary">
          {t('history.took', {
            duration: <Took from={startedAt} to={deployedAt} />,
          })}
        </Text>
      )}
      {props.now && <Text variant="body-small">{t('history.now')}</Text>}
    </Lines>
  );
}
