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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
  HealthStatus,
  OperationStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { applicationKey } from '../../model/applicationKey';
import { groupByEnvironment } from '../../model/groupByEnvironment';
import { healthReason } from '../../model/healthReason';
import { DataTable, Lines } from '../DataTable';
import { GitRevisions, Version } from '../Version';
import styles from './ApplicationsTable.module.css';

/** A row per Application, those of one environment and cluster together. */
export function ApplicationsTable(props: {
  applications: ApplicationOverview[];
}) {
  const groups = groupByEnvironment(props.applications);
  const clusters = new Set(groups.map(({ cluster }) => cluster));
  return (
    <DataTable
      label="Applications by environment"
      items={groups.flatMap(({ applications }) => applications)}
      itemKey={applicationKey}
      columns={[
        {
          id: 'environment',
          title: 'Environment',
          isRowHeader: true,
          cell: application => (
            <Environment
              application={application}
              withCluster={clusters.size > 1}
            />
          ),
        },
        { id: 'sync', title: 'Sync', cell: sync },
        { id: 'health', title: 'Health', cell: health },
        { id: 'version', title: 'Version', cell: version },
        { id: 'deployed', title: 'Deployed', cell: deployed },
      ]}
    />
  );
}

function Environment(props: {
  application: ApplicationOverview;
  withCluster: boolean;
}) {
  const { application, withCluster } = props;
  const { environment, cluster, name, links, binding } = application;
  return (
    <Lines>
      <Text weight="bold">{environment}</Text>
      {withCluster && (
        <Text variant="body-small" color="secondary">
          {cluster}
        </Text>
      )}
      <Text variant="body-small" color="secondary">
        {binding.status === 'proved' ? (
          <ExternalLink href={links[0]} label={`${name} in Argo CD`} icon>
            {name}
          </ExternalLink>
        ) : (
          name
        )}
      </Text>
      {binding.status === 'unproved' && (
        <Text variant="body-small">Not proved</Text>
      )}
    </Lines>
  );
}

function sync({ sync: status, operation }: ApplicationOverview) {
  return (
    <Lines>
      <SyncStatus status={status} />
      {operation && operation.phase !== 'Succeeded' && (
        <OperationStatus phase={operation.phase} />
      )}
    </Lines>
  );
}

function health(application: ApplicationOverview) {
  const reason = healthReason(application);
  return (
    <Lines>
      <HealthStatus status={application.health} />
      {application.healthSince && (
        <Text variant="body-small" color="secondary">
          for <Age time={application.healthSince} form="duration" />
        </Text>
      )}
      {reason && (
        <span className={styles.reason} title={reason}>
          {reason}
        </span>
      )}
    </Lines>
  );
}

function version(application: ApplicationOverview) {
  return (
    <div className={styles.version}>
      <Lines>
        <Version version={application.version} />
        <GitRevisions sources={application.sources} />
      </Lines>
    </div>
  );
}

function deployed({ deployedAt }: ApplicationOverview) {
  return deployedAt ? (
    <Age time={deployedAt} />
  ) : (
    <Text color="secondary">not yet</Text>
  );
}
