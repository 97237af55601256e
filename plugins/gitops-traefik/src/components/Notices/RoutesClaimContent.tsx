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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  gitopsRouteReadPermission,
  type EntityRoutes,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ClaimContent,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { answersInPart } from '../../model/answersInPart';
import { gitopsTraefikTranslationRef } from '../../translation';
import { NothingFound } from './NothingFound';
import { ReplicaNotices } from './ReplicaNotices';

/** An entity's routes in each of their states; `children` shows them where something is known of them. */
export function RoutesClaimContent(props: {
  resource: LiveResource<EntityRoutes>;
  children(value: EntityRoutes): ReactNode;
}) {
  const { resource, children } = props;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <ClaimContent<EntityRoutes>
      resource={resource}
      system="Traefik"
      what={t('state.what')}
      permission={gitopsRouteReadPermission.name}
      unknown={t('unreachable.hint')}
      hiddenTitle={count => t('hidden.title', { count })}
      isEmpty={({ items }) => items.length === 0}
      notices={({ instances }) =>
        instances.filter(instance => !answersInPart(instance))
      }
      empty={value => <NothingFound {...value} />}
    >
      {value => (
        <>
          <ReplicaNotices instances={value.instances} />
          {children(value)}
        </>
      )}
    </ClaimContent>
  );
}
