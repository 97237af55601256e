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

import { Flex } from '@backstage/ui';
import { useEntityApplications } from '@gitops-platform/backstage-plugin-gitops-react';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../model/applicationKey';
import { groupByEnvironment } from '../../model/groupByEnvironment';
import { ApplicationsContent } from '../Notices';
import { ApplicationDetails } from './ApplicationDetails';
import { ApplicationSwitch } from './ApplicationSwitch';
import { useSelectedApplication } from './useSelectedApplication';

/** Each Application with its conditions, history and resources. */
export function ArgoCdContent() {
  const resource = useEntityApplications();
  return (
    <ApplicationsContent resource={resource}>
      {({ items }) => <Applications items={items} />}
    </ApplicationsContent>
  );
}

function Applications({ items }: { items: ApplicationOverview[] }) {
  const applications = groupByEnvironment(items).flatMap(
    group => group.applications,
  );
  const { selected, select } = useSelectedApplication(applications);
  return (
    <Flex direction="column" gap="4">
      {applications.length > 1 && (
        <ApplicationSwitch
          applications={applications}
          selected={selected}
          onSelect={select}
        />
      )}
      <ApplicationDetails
        key={applicationKey(selected)}
        application={selected}
      />
    </Flex>
  );
}
