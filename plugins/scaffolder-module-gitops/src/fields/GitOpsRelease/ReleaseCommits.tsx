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

import { Text } from '@backstage/ui';
import type { DeliveryBehind } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  Revision,
} from '@gitops-platform/backstage-plugin-gitops-react';
import styles from './ReleaseCommits.module.css';
import type { ReleaseKind } from './releaseRequest';

/** The source commits that a promotion brings, or that a rollback takes away. */
export function ReleaseCommits(props: {
  kind: ReleaseKind;
  commits: DeliveryBehind;
}) {
  const { kind, commits } = props;
  const { reason, url } = commits;
  const total = commits.total ?? commits.commits.length;
  if (reason) {
    return <Text as="p">{reason}</Text>;
  }
  const more = total - commits.commits.length;
  return (
    <div>
      <Text as="div">
        {total === 0
          ? 'No source commit lies in between.'
          : `${total} source ${total === 1 ? 'commit' : 'commits'} ${
              kind === 'promotion' ? 'more' : 'less'
            }.`}{' '}
        {url && (
          <ExternalLink href={url} icon>
            Compare
          </ExternalLink>
        )}
      </Text>
      <ul className={styles.commits}>
        {commits.commits.map(commit => (
          <li key={commit.revision}>
            <Revision
              revision={commit.revision}
              url={commit.url}
              label="Source commit"
            />{' '}
            {commit.message}
            {commit.author && (
              <span className={styles.author}> {commit.author}</span>
            )}
          </li>
        ))}
        {more > 0 && commits.commits.length > 0 && <li>and {more} more</li>}
      </ul>
    </div>
  );
}
