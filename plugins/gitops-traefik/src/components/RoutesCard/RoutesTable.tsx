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
import type {
  Finding,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  DataTable,
  FindingsList,
  useOptionalRoute,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { rootRouteRef } from '../../routes';
import { gitopsTraefikTranslationRef } from '../../translation';
import { BackendsStatus } from '../State';
import { HostCell } from './HostCell';
import { RouteCell } from './RouteCell';
import { TlsCell } from './TlsCell';

// More of them are for the tab.
const FINDINGS_AT_MOST = 2;

/** A row per route, and what is wrong with it below. */
export function RoutesTable(props: {
  routes: Route[];
  findings: Finding[];
  /** Which of them to show with which route. */
  byRoute: Map<Route, Finding[]>;
}) {
  const { routes, findings, byRoute } = props;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const tab = useOptionalRoute(rootRouteRef)?.();
  if (routes.length === 0) {
    return null;
  }
  return (
    <DataTable
      label={t('card.label')}
      items={routes}
      itemKey={({ id }) => id}
      columns={[
        {
          id: 'host',
          title: t('card.host'),
          isRowHeader: true,
          cell: route => <HostCell route={route} tab={tab} />,
        },
        {
          id: 'route',
          title: t('card.route'),
          cell: route => <RouteCell {...route} />,
        },
        {
          id: 'tls',
          title: t('card.tls'),
          cell: route => <TlsCell route={route} findings={findings} />,
        },
        {
          id: 'backends',
          title: t('card.backends'),
          cell: ({ backends }) => <BackendsStatus backends={backends} />,
        },
      ]}
      note={route => {
        const own = byRoute.get(route);
        return (
          own && (
            <FindingsList findings={own} atMost={FINDINGS_AT_MOST} compact />
          )
        );
      }}
    />
  );
}
