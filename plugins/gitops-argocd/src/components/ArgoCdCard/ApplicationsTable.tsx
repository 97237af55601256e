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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  DataTable,
  Lines,
  useOptionalRoute,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { applicationKey } from '../../model/applicationKey';
import { applicationReasons } from '../../model/applicationReasons';
import { groupByEnvironment } from '../../model/groupByEnvironment';
import { rootRouteRef } from '../../routes';
import { applicationQuery } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Deployed } from '../Deployed';
import { ReasonNote } from '../Reasons';
import { Health } from '../State';
import { GitRevisions, Version } from '../Version';
import styles from './cells.module.css';
import { EnvironmentCell } from './EnvironmentCell';
import { SyncCell } from './SyncCell';

/** A row per Application, those of one environment and cluster together, and why it is not well below it. */
export function ApplicationsTable(props: {
  applications: ApplicationOverview[];
}) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const tab = useOptionalRoute(rootRouteRef)?.();
  const groups = groupByEnvironment(props.applications);
  const clusters = new Set(groups.map(({ cluster }) => cluster));
  return (
    <DataTable
      label={t('card.label')}
      items={groups.flatMap(({ applications }) => applications)}
      itemKey={applicationKey}
      columns={[
        {
          id: 'environment',
          title: t('card.environment'),
          isRowHeader: true,
          cell: application => (
            <EnvironmentCell
              application={application}
              href={tab && `${tab}?${applicationQuery(application)}`}
              withCluster={clusters.size > 1}
            />
          ),
        },
        {
          id: 'sync',
          title: t('card.sync'),
          cell: application => <SyncCell {...application} />,
        },
        {
          id: 'health',
          title: t('card.health'),
          cell: application => <Health {...application} />,
        },
        { id: 'version', title: t('card.version'), cell: version },
        {
          id: 'deployed',
          title: t('card.deployed'),
          cell: application => (
            <div className={styles.deployed}>
              <Deployed {...application} />
            </div>
          ),
        },
      ]}
      note={application => {
        const reasons = applicationReasons(application, t);
        return reasons.length > 0 ? (
          <ReasonNote reasons={reasons} atFirst={1} />
        ) : undefined;
      }}
    />
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
