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
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EntityLink,
  Lines,
  Who,
  type DataTableColumn,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { WideTable } from '../section';
import { Small } from '../small';
import { gitopsTranslationRef, type Translate } from '../translation';
import {
  DeployedVersion,
  Kind,
  LeadTime,
  Outcome,
  RollBack,
  When,
} from './cells';

/** A row per deployment, in the order in which they come: newest first. */
export function DeploymentsTable(props: {
  deployments: RecordedDeployment[];
  /** The service, where all are of one. Else there is a column for it. */
  entityRef?: string;
}) {
  const { deployments, entityRef } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const columns = columnsOf(t, entityRef);
  return (
    <WideTable
      label={t('deployments.label')}
      items={deployments}
      itemKey={({ id }) => id}
      columns={
        entityRef ? columns.filter(({ id }) => id !== 'service') : columns
      }
    />
  );
}

function columnsOf(
  t: Translate,
  entityRef: string | undefined,
): DataTableColumn<RecordedDeployment>[] {
  return [
    {
      id: 'when',
      title: t('deployments.deployed'),
      isRowHeader: true,
      cell: deployment => <When deployment={deployment} />,
    },
    {
      id: 'service',
      title: t('deployments.service'),
      cell: ({ entityRef: service, application }) =>
        service ? <EntityLink entityRef={service} /> : application.name,
    },
    {
      id: 'environment',
      title: t('deployments.environment'),
      cell: ({ environment, cluster }) => (
        <Lines>
          {environment}
          <Small>{cluster}</Small>
        </Lines>
      ),
    },
    {
      id: 'version',
      title: t('deployments.version'),
      cell: deployment => <DeployedVersion deployment={deployment} />,
    },
    {
      id: 'kind',
      title: t('deployments.kind'),
      cell: ({ kind }) => <Kind kind={kind} />,
    },
    {
      id: 'outcome',
      title: t('deployments.outcome'),
      cell: deployment => <Outcome deployment={deployment} />,
    },
    {
      id: 'leadTime',
      title: t('deployments.leadTime'),
      cell: deployment => <LeadTime {...deployment} />,
    },
    {
      id: 'by',
      title: t('deployments.by'),
      cell: ({ deployedBy }) =>
        deployedBy ? (
          <Who name={deployedBy} automated={t('runs.automated')} />
        ) : (
          <Text color="secondary">{t('deployments.notKnown')}</Text>
        ),
    },
    {
      id: 'action',
      title: t('deployments.action'),
      cell: deployment => (
        <RollBack deployment={deployment} entityRef={entityRef} />
      ),
    },
  ];
}
