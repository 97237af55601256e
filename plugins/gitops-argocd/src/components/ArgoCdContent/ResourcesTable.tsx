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

import { Text, VisuallyHidden } from '@backstage/ui';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { PlacedResource } from '../../model/resourceTree';
import { DataTable, Lines } from '../DataTable';
import styles from './ResourcesTable.module.css';

const DEEPEST = 5;

/** A row per resource, each below and right of its owner. */
export function ResourcesTable(props: { resources: PlacedResource[] }) {
  return (
    <DataTable
      label="Resources, each below its owner"
      items={props.resources}
      itemKey={({ resource }) => resource.uid}
      columns={[
        { id: 'resource', title: 'Resource', isRowHeader: true, cell: name },
        {
          id: 'namespace',
          title: 'Namespace',
          cell: ({ resource }) => resource.namespace ?? 'cluster-wide',
        },
        {
          id: 'sync',
          title: 'Sync',
          cell: ({ resource }) =>
            resource.sync && <SyncStatus status={resource.sync} />,
        },
        {
          id: 'health',
          title: 'Health',
          cell: ({ resource }) => health(resource),
        },
        {
          id: 'created',
          title: 'Created',
          cell: ({ resource }) =>
            resource.createdAt && <Age time={resource.createdAt} />,
        },
      ]}
    />
  );
}

function name({ resource, depth, parent }: PlacedResource) {
  const { kind, images = [], info = [] } = resource;
  return (
    <div className={styles[`depth${Math.min(depth, DEEPEST)}`]}>
      <Lines>
        <Text variant="body-small" color="secondary">
          {kind}
        </Text>
        <span>{resource.name}</span>
        {parent && (
          <VisuallyHidden>{`owned by ${parent.kind} ${parent.name}`}</VisuallyHidden>
        )}
        {images.map(image => (
          <Text key={image} variant="body-small" color="secondary">
            {image}
          </Text>
        ))}
        {info.length > 0 && (
          <Text variant="body-small" color="secondary">
            {info.map(entry => `${entry.name}: ${entry.value}`).join(', ')}
          </Text>
        )}
      </Lines>
    </div>
  );
}

function health({ health: status, healthMessage }: ApplicationResource) {
  return (
    <Lines>
      {status && <HealthStatus status={status} />}
      {healthMessage && <Text variant="body-small">{healthMessage}</Text>}
    </Lines>
  );
}
