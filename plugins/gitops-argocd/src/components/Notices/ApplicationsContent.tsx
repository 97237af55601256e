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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ForbiddenNotice,
  LiveContent,
  type LiveResource,
  UnreachableNotice,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { summarize } from '../../model/summarize';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ClaimNotices } from './ClaimNotices';
import { NothingFound } from './NothingFound';
import { PullRequestNotices } from './PullRequestNotices';

/**
 * An entity's Applications in each of their states; `children` shows them where there are some.
 */
export function ApplicationsContent(props: {
  resource: LiveResource<EntityApplications>;
  children(value: EntityApplications): ReactNode;
}) {
  const { resource, children } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <LiveContent resource={resource} what={t('state.what')}>
      {value => {
        const summary = summarize(value);
        return (
          <Flex direction="column" gap="3">
            <ClaimNotices claim={value.claim} waiting={summary === 'waiting'} />
            {summary === 'unreachable' ? (
              <UnreachableNotice
                system="Argo CD"
                instances={value.instances}
                onRetry={resource.refresh}
                retrying={resource.refreshing}
              >
                {t('unreachable.hint')}
              </UnreachableNotice>
            ) : (
              <UpstreamNotices system="Argo CD" instances={value.instances} />
            )}
            <PullRequestNotices {...value} />
            {value.hidden > 0 && (
              <ForbiddenNotice
                title={t('hidden.title', { count: value.hidden })}
              />
            )}
            {summary === 'nothing' && <NothingFound {...value} />}
            {summary === 'applications' && children(value)}
          </Flex>
        );
      }}
    </LiveContent>
  );
}
