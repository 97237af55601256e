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
import { useApplicationOperations } from '@gitops-platform/backstage-plugin-gitops-react';
import { BindingNotices } from '../Notices';
import { Operations } from '../Operations';
import { ApplicationHeader } from './ApplicationHeader';
import { ApplicationViews } from './ApplicationViews';

/** One Application: how it is, what one may do with it, and what there is to know of it. */
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
  const resource = useApplicationOperations(location);
  const view = { application, location, resource };
  const { state } = resource;
  return (
    <Flex direction="column" gap="4">
      <ApplicationHeader
        application={application}
        operation={'value' in state ? state.value.operation : undefined}
      >
        <Operations {...view} />
      </ApplicationHeader>
      <BindingNotices applications={[application]} />
      <ApplicationViews {...view} />
    </Flex>
  );
}
