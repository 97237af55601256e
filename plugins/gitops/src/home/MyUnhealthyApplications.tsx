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

import { Flex, Link } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  EmptyNotice,
  HealthStatus,
  LiveContent,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { ApplicationName } from '../fleet/cells/ApplicationName';
import { OneLine } from '../fleet/cells/OneLine';
import { rowId } from '../fleet/fleetPages';
import { rootRouteRef } from '../routes';
import { gitopsTranslationRef } from '../translation';
import styles from './MyUnhealthyApplications.module.css';
import { UNHEALTHY, useMyUnhealthy } from './useMyUnhealthy';

/** What of one's own is not well: the content of a widget on the home page. */
export function MyUnhealthyApplications() {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const resource = useMyUnhealthy();
  const fleetRoute = useRouteRef(rootRouteRef);
  return (
    <LiveContent resource={resource} what={t('home.what')} lines={4}>
      {({ items, total, mine, owners, instances }) => (
        <Flex direction="column" gap="3">
          <UpstreamNotices system="Argo CD" instances={instances} />
          {items.length > 0 && (
            <ul className={styles.list} aria-label={t('home.title')}>
              {items.map(row => (
                <li key={rowId(row)} className={styles.row}>
                  <ApplicationName row={row} />
                  <OneLine below={row.reason}>
                    <HealthStatus status={row.health} />
                  </OneLine>
                </li>
              ))}
            </ul>
          )}
          {items.length === 0 && mine > 0 && (
            <EmptyNotice title={t('home.allWell')}>
              {t('home.allWellHint', { count: mine })}
            </EmptyNotice>
          )}
          {mine === 0 && (
            <EmptyNotice title={t('home.nothing')}>
              {t('home.nothingHint')}
            </EmptyNotice>
          )}
          {total > 0 && (
            <Link
              href={`${fleetRoute()}/applications?${new URLSearchParams({
                health: UNHEALTHY.join(),
                owner: owners.join(),
              })}`}
            >
              {t('home.showAll', { count: total })}
            </Link>
          )}
        </Flex>
      )}
    </LiveContent>
  );
}
