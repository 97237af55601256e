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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DeliveryRow,
  DeliveryVersion,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  Lines,
  Revision,
  Who,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import type { Lack } from '../model/lackOf';
import styles from './cells.module.css';
import { LackText } from './LackText';
import { Small } from '../../small';

/** What runs, since when and by whom, and what Git says where that is something else. */
export function RunsCell({ row, lack }: { row: DeliveryRow; lack?: Lack }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const { version, desired } = row;
  return (
    <div className={styles.runs}>
      <Lines>
        {version ? (
          <Running version={version} />
        ) : (
          !lack && <Text color="secondary">{t('runs.nothing')}</Text>
        )}
        {desired && desired.label !== version?.label && (
          <span title={desired.images.join('\n')}>
            <Small>{t('runs.git', { label: desired.label })}</Small>
          </span>
        )}
        {lack && <LackText lack={lack} />}
      </Lines>
    </div>
  );
}

function Running({ version }: { version: DeliveryVersion }) {
  const { label, images, placeholder, sourceRevision, sourceUrl } = version;
  const { since, deployedBy, commitAuthor } = version;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <>
      <span className={styles.label} title={images.join('\n')}>
        {label}
      </span>
      {placeholder && <Small>{t('runs.placeholder')}</Small>}
      {sourceRevision && (
        <Small>
          {t('runs.sourceOf', {
            revision: (
              <Revision
                revision={sourceRevision}
                url={sourceUrl}
                label={t('runs.source')}
              />
            ),
          })}
        </Small>
      )}
      {since && <Small>{t('runs.since', { age: <Age time={since} /> })}</Small>}
      {deployedBy && (
        <Small>
          {t('runs.by', {
            name: <Who name={deployedBy} automated={t('runs.automated')} />,
          })}
        </Small>
      )}
      {commitAuthor && commitAuthor !== deployedBy && (
        <Small>{t('runs.commitBy', { author: commitAuthor })}</Small>
      )}
    </>
  );
}
