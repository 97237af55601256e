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
import type { DeliveryRow } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  ExternalLink,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import type { Lack } from '../model/lackOf';
import { behindText } from './behindText';
import styles from './cells.module.css';
import { LackText } from './LackText';
import { Small } from '../../small';

/** How far an environment is behind the previous one; the commits stand below the row. */
export function BehindCell(props: {
  row: DeliveryRow;
  /** It is the first environment, which nothing comes before. */
  first: boolean;
  lack?: Lack;
}) {
  const { row, first, lack } = props;
  const { environment, behind, version } = row;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const absence = () => {
    if (first) {
      return t('behind.first');
    }
    // What does not run is not behind: it is missing.
    return version ? t('behind.uncounted') : '–';
  };
  if (!behind) {
    return (
      <div className={styles.behind}>
        {lack && !first && version ? (
          <LackText lack={lack} />
        ) : (
          <Text color="secondary">{absence()}</Text>
        )}
      </div>
    );
  }
  const { url, reason } = behind;
  return (
    <div className={styles.behind}>
      <Lines>
        <Text>{behindText(behind, t)}</Text>
        {reason && <Small>{asSentence(reason)}</Small>}
        {url && (
          <Small>
            <ExternalLink
              href={url}
              label={t('behind.compareLabel', { environment })}
              icon
            >
              {t('behind.compare')}
            </ExternalLink>
          </Small>
        )}
      </Lines>
    </div>
  );
}
