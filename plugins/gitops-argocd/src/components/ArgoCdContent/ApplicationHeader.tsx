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

import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
  HealthStatus,
  OperationStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { Lines } from '../DataTable';
import { Version } from '../Version';
import { Facts } from './Facts';
import { SourceList } from './SourceList';

/** What is known of an Application at a glance. */
export function ApplicationHeader(props: { application: ApplicationOverview }) {
  const { application } = props;
  const { name, instance, environment, binding, links } = application;
  const [page, ...published] = links;
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" gap="3">
          <Text as="h2" variant="title-x-small" weight="bold">
            {name}
          </Text>
          {binding.status === 'proved' && (
            <ExternalLink href={page} label={`Open ${name} in Argo CD`} icon>
              Open in Argo CD
            </ExternalLink>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Facts
          facts={[
            { name: 'Environment', value: environment },
            { name: 'Sync', value: <SyncStatus status={application.sync} /> },
            { name: 'Health', value: <Health {...application} /> },
            {
              name: 'Version',
              value: <Version version={application.version} />,
            },
            {
              name: 'Deployed',
              value: application.deployedAt ? (
                <Age time={application.deployedAt} />
              ) : (
                'not yet'
              ),
            },
            {
              name: 'Last operation',
              value: application.operation && (
                <Operation {...application.operation} />
              ),
            },
            {
              name: 'Destination',
              value: <Destination {...application} />,
            },
            {
              name: 'Sync policy',
              value: application.autoSync
                ? 'Automatic: what is merged is deployed'
                : 'By hand: what is merged waits for a sync in Argo CD',
            },
            { name: 'Project', value: application.project },
            { name: 'Argo CD instance', value: instance },
            {
              name: 'Sources',
              value: <SourceList sources={application.sources} />,
            },
            {
              name: 'Published at',
              value:
                published.length > 0 ? (
                  <Lines>
                    {published.map(link => (
                      <ExternalLink key={link} href={link} icon>
                        {link}
                      </ExternalLink>
                    ))}
                  </Lines>
                ) : undefined,
            },
          ]}
        />
      </CardBody>
    </Card>
  );
}

function Health(props: ApplicationOverview) {
  const { health, healthMessage, healthSince } = props;
  return (
    <Lines>
      <HealthStatus status={health} />
      {healthSince && (
        <Text variant="body-small" color="secondary">
          for <Age time={healthSince} form="duration" />
        </Text>
      )}
      {healthMessage && <Text variant="body-small">{healthMessage}</Text>}
    </Lines>
  );
}

function Operation(props: NonNullable<ApplicationOverview['operation']>) {
  const { phase, startedAt, finishedAt, initiatedBy } = props;
  return (
    <Lines>
      <OperationStatus phase={phase} />
      <Text variant="body-small" color="secondary">
        {startedAt && <Age time={finishedAt ?? startedAt} />}
        {startedAt && initiatedBy && ', '}
        {initiatedBy === 'automated' ? 'by automatic sync' : initiatedBy}
      </Text>
    </Lines>
  );
}

function Destination(props: ApplicationOverview) {
  const { cluster, destinationNamespace } = props;
  return (
    <>
      {destinationNamespace && `${destinationNamespace} on `}
      {cluster}
    </>
  );
}
