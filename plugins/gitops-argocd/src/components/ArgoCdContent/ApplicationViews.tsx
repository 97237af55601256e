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

import { lazy, Suspense } from 'react';
import { Card, CardBody, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationOperations } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Loading,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { usePageAddress, views, type View } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import type { ViewProps } from '../View';
import styles from './ApplicationViews.module.css';

const ResourcesView = lazy(() =>
  import('../Resources').then(m => ({ default: m.ResourcesView })),
);
const HistoryView = lazy(() =>
  import('../History').then(m => ({ default: m.HistoryView })),
);
const DiffView = lazy(() =>
  import('../Diff').then(m => ({ default: m.DiffView })),
);
const ParametersView = lazy(() =>
  import('../Parameters').then(m => ({ default: m.ParametersView })),
);
const EventsView = lazy(() =>
  import('../Events').then(m => ({ default: m.EventsView })),
);
const SyncWindowsView = lazy(() =>
  import('../SyncWindows').then(m => ({ default: m.SyncWindowsView })),
);
const OperationView = lazy(() =>
  import('../Operations/OperationView').then(m => ({
    default: m.OperationView,
  })),
);

/** What there is to know of an Application, a tab each. Only the one that is shown is loaded, with what it asks for. */
export function ApplicationViews(
  props: ViewProps & { resource: LiveResource<ApplicationOperations> },
) {
  const { application } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { address, go } = usePageAddress();
  return (
    <Card>
      <CardBody>
        <Tabs
          selectedKey={address.view ?? 'resources'}
          onSelectionChange={key =>
            go({
              view: views.find(view => view === key),
              resource: undefined,
            })
          }
        >
          <TabList
            className={styles.tabs}
            aria-label={t('views.label', { name: application.name })}
          >
            {views.map(view => (
              <Tab key={view} id={view}>
                {t(`views.${view}`)}
              </Tab>
            ))}
          </TabList>
          {views.map(view => (
            <TabPanel key={view} id={view}>
              <div className={styles.view}>
                <Suspense
                  fallback={<Loading what={t(`views.${view}`)} lines={5} />}
                >
                  <Show {...props} view={view} />
                </Suspense>
              </div>
            </TabPanel>
          ))}
        </Tabs>
      </CardBody>
    </Card>
  );
}

function Show(
  props: ViewProps & {
    resource: LiveResource<ApplicationOperations>;
    view: View;
  },
) {
  const { view, resource, ...rest } = props;
  switch (view) {
    case 'history':
      return <HistoryView {...rest} />;
    case 'diff':
      return <DiffView {...rest} />;
    case 'parameters':
      return <ParametersView {...rest} />;
    case 'events':
      return <EventsView {...rest} />;
    case 'windows':
      return <SyncWindowsView {...rest} />;
    case 'operation':
      return <OperationView {...rest} resource={resource} />;
    default:
      return <ResourcesView {...rest} />;
  }
}
