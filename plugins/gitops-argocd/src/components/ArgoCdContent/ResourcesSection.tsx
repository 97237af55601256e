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

import type { ApplicationLocation } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EmptyNotice,
  LiveContent,
  UpstreamNotices,
  useApplicationResources,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { ResourceList } from './ResourceList';
import { Section } from './Section';

/** What Argo CD manages for an Application, and what came of it. */
export function ResourcesSection(props: { location: ApplicationLocation }) {
  return (
    <Section title="Resources">
      <Resources {...props} />
    </Section>
  );
}

function Resources({ location }: { location: ApplicationLocation }) {
  const resource = useApplicationResources(location);
  return (
    <LiveContent resource={resource} what="the resources" lines={5}>
      {({ items, instances }) => (
        <>
          <UpstreamNotices system="Argo CD" instances={instances} />
          {items.length > 0 && <ResourceList resources={items} />}
          {/* What could not be read is not known to be nothing. */}
          {items.length === 0 &&
            instances.every(({ status }) => status === 'ok') && (
              <EmptyNotice title="There are no resources yet">
                They stand here as soon as Argo CD has synced the Application.
              </EmptyNotice>
            )}
        </>
      )}
    </LiveContent>
  );
}
