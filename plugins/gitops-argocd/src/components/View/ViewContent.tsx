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

import type { ReactNode } from 'react';
import { Flex } from '@backstage/ui';
import type {
  ApplicationOverview,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EmptyNotice,
  LiveContent,
  UpstreamNotices,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { ProofNotice } from '../Notices';

/** A view of an Application in each of its states. */
export function ViewContent<T extends { instances: UpstreamStatus[] }>(props: {
  application: ApplicationOverview;
  resource: LiveResource<T>;
  /** What is shown, as part of a sentence. */
  what: string;
  /** The name of the permission that it takes to see it. */
  permission?: string;
  isEmpty(value: NoInfer<T>): boolean;
  /** What to say where there is nothing. */
  empty: { title: string; hint?: string };
  children(value: NoInfer<T>): ReactNode;
}) {
  const { application, resource, what, permission, isEmpty, empty, children } =
    props;
  const unproved = application.binding.status === 'unproved';
  if (resource.state.status === 'forbidden' && unproved) {
    return <ProofNotice application={application} what={what} />;
  }
  return (
    <LiveContent
      resource={resource}
      what={what}
      permission={permission}
      lines={5}
    >
      {value => (
        <Flex direction="column" gap="3">
          <UpstreamNotices system="Argo CD" instances={value.instances} />
          {!isEmpty(value) && children(value)}
          {/* What could not be read is not known to be nothing. */}
          {isEmpty(value) &&
            value.instances.every(({ status }) => status === 'ok') && (
              <EmptyNotice title={empty.title}>{empty.hint}</EmptyNotice>
            )}
        </Flex>
      )}
    </LiveContent>
  );
}
