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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EventsRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import { useApplicationEvents } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ViewContent, type ViewProps } from '../View';
import { EventsTable } from './EventsTable';

/** What Kubernetes remembers of an Application, or of one of its resources. */
export function EventsView(props: ViewProps & { request?: EventsRequest }) {
  const { application, location, request } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const resource = useApplicationEvents(location, request);
  return (
    <ViewContent
      application={application}
      resource={resource}
      what={t('events.what')}
      isEmpty={({ items }) => items.length === 0}
      empty={{ title: t('events.empty'), hint: t('events.emptyHint') }}
    >
      {({ items }) => (
        <EventsTable events={items} withObject={request === undefined} />
      )}
    </ViewContent>
  );
}
