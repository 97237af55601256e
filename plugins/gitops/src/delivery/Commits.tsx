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
import type { DeliveryBehind } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Revision } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';
import styles from './Commits.module.css';
import { Small } from '../small';

/** The commits that an environment lacks, the newest first. */
export function Commits({ behind }: { behind: DeliveryBehind }) {
  const { commits, total } = behind;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <>
      <ul className={styles.commits}>
        {commits.map(({ revision, message, author, date, url }) => (
          <li key={revision} className={styles.commit}>
            <Revision revision={revision} url={url} label={t('runs.source')} />{' '}
            {message ?? t('behind.noMessage')}{' '}
            <Small>
              {author}
              {author && date && ' · '}
              {date && <Age time={date} />}
            </Small>
          </li>
        ))}
      </ul>
      {total !== undefined && total > commits.length && (
        <Small>
          {t('behind.shown', {
            shown: String(commits.length),
            total: String(total),
          })}
        </Small>
      )}
    </>
  );
}
