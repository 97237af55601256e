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
import {
  Legible,
  useEntityApplications,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../model/applicationKey';
import { groupByEnvironment } from '../../model/groupByEnvironment';
import { usePageAddress } from '../../routing';
import { ApplicationsContent } from '../Notices';
import { ApplicationDetails } from './ApplicationDetails';
import { ApplicationSwitch } from './ApplicationSwitch';

/** Each Application with what one may know of it and do with it. */
export function ArgoCdContent() {
  const resource = useEntityApplications();
  return (
    <Legible>
      <ApplicationsContent resource={resource}>
        {({ items }) => <Applications items={items} />}
      </ApplicationsContent>
    </Legible>
  );
}

function Applications({ items }: { items: ApplicationOverview[] }) {
  const { address, go } = usePageAddress();
  const applications = groupByEnvironment(items).flatMap(
    group => group.applications,
  );
  // One that is not there any more gives way to the first.
  const selected =
    applications.find(each => applicationKey(each) === address.app) ??
    applications[0];
  return (
    <Flex direction="column" gap="4">
      {applications.length > 1 && (
        <ApplicationSwitch
          applications={applications}
          selected={selected}
          onSelect={application =>
            go({ app: applicationKey(application), resource: undefined })
          }
        />
      )}
      <ApplicationDetails
        key={applicationKey(selected)}
        application={selected}
      />
    </Flex>
  );
}
