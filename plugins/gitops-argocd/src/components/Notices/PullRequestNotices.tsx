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
  EntityApplications,
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** The open pull requests that this entity waits for. */
export function PullRequestNotices(props: EntityApplications) {
  const { pullRequests, pullRequestsError, items } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const first = items.length === 0;
  return (
    <>
      {pullRequests.map(pullRequest => {
        const link = <PullRequestLink {...pullRequest} />;
        const { url, createdAt } = pullRequest;
        return (
          <Notice
            key={url}
            status="info"
            title={
              first
                ? t('pullRequest.waits', { link })
                : t('pullRequest.open', { link })
            }
          >
            {first ? t('pullRequest.creates') : t('pullRequest.changes')}{' '}
            {createdAt &&
              t('pullRequest.opened', { age: <Age time={createdAt} /> })}
          </Notice>
        );
      })}
      {pullRequestsError && (
        <Notice status="warning" title={t('pullRequest.failed')}>
          {pullRequestsError}
        </Notice>
      )}
    </>
  );
}

function PullRequestLink(props: PendingPullRequest) {
  const { repository, number, title, url } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <>
      <ExternalLink href={url}>
        {t('pullRequest.link', { number: String(number), title })}
      </ExternalLink>{' '}
      {t('pullRequest.on', { repository })}
    </>
  );
}
