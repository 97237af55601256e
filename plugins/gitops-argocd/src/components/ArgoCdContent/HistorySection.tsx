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
  useApplicationHistory,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { HistoryTable } from './HistoryTable';
import { Section } from './Section';

/** The deployments that Argo CD remembers. */
export function HistorySection(props: { location: ApplicationLocation }) {
  return (
    <Section title="History">
      <History {...props} />
    </Section>
  );
}

function History({ location }: { location: ApplicationLocation }) {
  const resource = useApplicationHistory(location);
  return (
    <LiveContent resource={resource} what="the deployment history" lines={5}>
      {({ items, instances }) => (
        <>
          <UpstreamNotices system="Argo CD" instances={instances} />
          {items.length > 0 && <HistoryTable deployments={items} />}
          {/* What could not be read is not known to be nothing. */}
          {items.length === 0 &&
            instances.every(({ status }) => status === 'ok') && (
              <EmptyNotice title="Nothing has been deployed yet">
                The first deployment stands here as soon as Argo CD has synced
                the Application.
              </EmptyNotice>
            )}
        </>
      )}
    </LiveContent>
  );
}
