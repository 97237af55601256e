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
  UpstreamStatusReplicas,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  SectionCard,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { routeName } from '../../model/routeName';
import { gitopsTraefikTranslationRef } from '../../translation';
import { RouteFlow } from '../Flow';
import { Hosts } from '../Hosts';
import { RouteNotices } from '../Notices';
import { RouteFacts } from './RouteFacts';

/** One route: what is wrong with it, the way of a request, and what else is known. */
export function RouteSection(props: {
  route: Route;
  /** Of all routes. */
  findings: Finding[];
  /** Of its instance. */
  replicas?: UpstreamStatusReplicas;
}) {
  const { route } = props;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <SectionCard
      title={<Hosts route={route} />}
      aside={
        route.url && (
          <ExternalLink
            href={route.url}
            label={t('facts.openLabel', { name: routeName(route) })}
            icon
          >
            {t('facts.open')}
          </ExternalLink>
        )
      }
    >
      <RouteNotices route={route} />
      <RouteFlow route={route} />
      <RouteFacts {...props} />
    </SectionCard>
  );
}
