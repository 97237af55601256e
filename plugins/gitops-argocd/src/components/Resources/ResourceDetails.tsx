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

import { useState } from 'react';
import { Button, Tab, TabList, TabPanel, Tabs, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  HealthStatus,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { resourceAddress } from '../../model/resourceAddress';
import { usePageAddress } from '../../routing';
import { gitopsArgocdTranslationRef } from '../../translation';
import { EventsView } from '../Events';
import { LogsView } from '../Logs';
import type { ViewProps } from '../View';
import { ResourceFacts } from './ResourceFacts';
import { Rollout } from './Rollout';
import styles from './ResourcePanel.module.css';

/** How a resource is, and what happened to it. The log of a pod is read only when it is asked for. */
export function ResourceDetails(
  props: ViewProps & { resource: ApplicationResource },
) {
  const { resource, ...view } = props;
  const [page] = view.application.links;
  const { sync, health, healthMessage, rollout, name } = resource;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { go } = usePageAddress();
  const [tab, setTab] = useState('events');
  return (
    <>
      <div className={styles.state}>
        {health && <HealthStatus status={health} />}
        {sync && <SyncStatus status={sync} />}
        {sync === 'OutOfSync' && (
          <Button
            size="small"
            variant="tertiary"
            onPress={() => go({ view: 'diff' })}
          >
            {t('resource.differs')}
          </Button>
        )}
        {page && view.application.binding.status === 'proved' && (
          <ExternalLink
            href={resourceAddress(page, resource)}
            label={t('header.openLabel', { name })}
            icon
          >
            {t('header.open')}
          </ExternalLink>
        )}
      </div>
      {healthMessage && healthMessage !== rollout?.message && (
        <Text variant="body-small" className={styles.message}>
          {healthMessage}
        </Text>
      )}
      <ResourceFacts resource={resource} />
      {rollout && <Rollout rollout={rollout} />}
      <Tabs selectedKey={tab} onSelectionChange={key => setTab(String(key))}>
        <TabList aria-label={t('resource.about', { name })}>
          <Tab id="events">{t('resource.events')}</Tab>
          {isPod(resource) ? <Tab id="logs">{t('resource.logs')}</Tab> : <></>}
        </TabList>
        <TabPanel id="events">
          <EventsView
            {...view}
            request={{
              uid: resource.uid,
              resourceNamespace: resource.namespace,
              resourceName: name,
            }}
          />
        </TabPanel>
        <TabPanel id="logs">
          <LogsView {...view} pod={resource} />
        </TabPanel>
      </Tabs>
    </>
  );
}

function isPod({ group, kind }: ApplicationResource): boolean {
  return group === '' && kind === 'Pod';
}
