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
import type { Deployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Revision } from '@gitops-platform/backstage-plugin-gitops-react';
import { DataTable, Lines } from '../DataTable';

/** A row per deployment, in the order in which they come: newest first. */
export function HistoryTable(props: { deployments: Deployment[] }) {
  const { deployments } = props;
  return (
    <DataTable
      label="Deployments, newest first"
      items={deployments}
      itemKey={({ id }) => String(id)}
      columns={[
        {
          id: 'when',
          title: 'Deployed',
          isRowHeader: true,
          cell: deployment => (
            <Lines>
              <Age time={deployment.deployedAt} />
              {deployment === deployments[0] && (
                <Text variant="body-small" color="secondary">
                  now deployed
                </Text>
              )}
            </Lines>
          ),
        },
        { id: 'change', title: 'Change', cell: change },
        { id: 'revision', title: 'Revision', cell: revision },
        {
          id: 'by',
          title: 'Deployed by',
          cell: ({ initiatedBy }) =>
            initiatedBy === 'automated'
              ? 'Automatic sync'
              : initiatedBy ?? 'not recorded',
        },
      ]}
    />
  );
}

function change({ revisions }: Deployment) {
  return (
    <Lines>
      {revisions.map(({ revision: id, message, author }) => (
        <span key={id}>
          {message ?? 'The commit could not be read'}
          {author && (
            <Text variant="body-small" color="secondary">
              {` ${author}`}
            </Text>
          )}
        </span>
      ))}
    </Lines>
  );
}

function revision({ revisions }: Deployment) {
  return (
    <Lines>
      {revisions.map(({ revision: id, url }) => (
        <Revision key={id} revision={id} url={url} label="Revision" />
      ))}
    </Lines>
  );
}
