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

import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Disclosure,
  FindingsList,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import { Commits } from './Commits';
import styles from './RowNote.module.css';
import type { Note } from './model/noteOf';
import { PullRequestText } from './PullRequestText';
import { RowActions } from './RowActions';

// The worst come first, and the rest would push the next environment out of sight.
const FINDINGS_AT_FIRST = 3;

/** What is wrong with an environment, what it waits for and lacks, and what one can do about it. */
export function RowNote({ note }: { note: Note }) {
  const { environment, findings, pullRequests, behind, actions } = note;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const more = findings.slice(FINDINGS_AT_FIRST);
  return (
    <Flex className={styles.note} direction="column" gap="2">
      <FindingsList findings={findings.slice(0, FINDINGS_AT_FIRST)} />
      {more.length > 0 && (
        <Disclosure
          label={t('delivery.findings', { count: more.length })}
          about={environment}
        >
          <FindingsList findings={more} />
        </Disclosure>
      )}
      {pullRequests.map(pullRequest => (
        <PullRequestText key={pullRequest.url} {...pullRequest} />
      ))}
      {behind && (
        <Disclosure
          label={t('behind.commits', {
            count: behind.total ?? behind.commits.length,
            environment: behind.environment,
          })}
          about={environment}
        >
          <Commits behind={behind} />
        </Disclosure>
      )}
      {actions.length > 0 && (
        <RowActions environment={environment} actions={actions} />
      )}
    </Flex>
  );
}
