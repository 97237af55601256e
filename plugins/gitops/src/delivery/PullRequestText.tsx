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
import type { PendingPullRequest } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  ExternalLink,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { Small } from '../small';
import { gitopsTranslationRef } from '../translation';

/** Which pull request something waits for, and since when it is open. */
export function PullRequestText(pullRequest: PendingPullRequest) {
  const { number, title, url, repository, createdAt } = pullRequest;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <span title={repository}>
      {t('pullRequest.waits', {
        link: (
          <ExternalLink href={url}>
            {t('pullRequest.link', { number: String(number), title })}
          </ExternalLink>
        ),
      })}
      {createdAt && (
        <Small>
          {' '}
          {t('pullRequest.opened', { age: <Age time={createdAt} /> })}
        </Small>
      )}
    </span>
  );
}
