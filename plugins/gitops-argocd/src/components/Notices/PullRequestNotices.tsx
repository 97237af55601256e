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

import type {
  EntityApplications,
  PendingPullRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';

/** The open pull requests that this entity waits for. */
export function PullRequestNotices(props: EntityApplications) {
  const { pullRequests, pullRequestsError, items } = props;
  return (
    <>
      {pullRequests.map(pullRequest => (
        <Notice
          key={pullRequest.url}
          status="info"
          title={
            items.length === 0 ? (
              <>
                Waits for <PullRequestLink {...pullRequest} />
              </>
            ) : (
              <>
                A pull request is open: <PullRequestLink {...pullRequest} />
              </>
            )
          }
        >
          {items.length === 0
            ? 'Argo CD creates the Applications once it is merged'
            : 'What runs changes once it is merged'}
          {pullRequest.createdAt ? (
            <>
              {'; opened '}
              <Age time={pullRequest.createdAt} />
            </>
          ) : undefined}
          .
        </Notice>
      ))}
      {pullRequestsError && (
        <Notice
          status="warning"
          title="Open pull requests could not be looked up"
        >
          {pullRequestsError}
        </Notice>
      )}
    </>
  );
}

function PullRequestLink(props: PendingPullRequest) {
  const { repository, number, title, url } = props;
  return (
    <>
      <ExternalLink href={url}>
        pull request #{number} {title}
      </ExternalLink>{' '}
      on {repository}
    </>
  );
}
