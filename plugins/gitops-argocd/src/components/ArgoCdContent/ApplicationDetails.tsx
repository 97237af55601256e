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
import { getCompoundEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { BindingNotices } from '../Notices';
import { ApplicationHeader } from './ApplicationHeader';
import { ConditionNotices } from './ConditionNotices';
import { HistorySection } from './HistorySection';
import { ResourcesSection } from './ResourcesSection';

/** One Application: how it is, what it came from, what became of it. */
export function ApplicationDetails(props: {
  application: ApplicationOverview;
}) {
  const { application } = props;
  const { entity } = useEntity();
  const location = {
    entityRef: getCompoundEntityRef(entity),
    instance: application.instance,
    appNamespace: application.namespace,
    app: application.name,
  };
  return (
    <Flex direction="column" gap="4">
      <ApplicationHeader application={application} />
      <BindingNotices applications={[application]} />
      <ConditionNotices application={application} />
      <ResourcesSection location={location} />
      <HistorySection location={location} />
    </Flex>
  );
}
