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

import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { durationWords } from '../../figures';
import { Small } from '../../small';
import { useWords } from '../../translation';
import styles from './cells.module.css';
import { secondsBetween } from '../secondsBetween';

/** When something was deployed, and how long it took to become healthy. */
export function When({ deployment }: { deployment: RecordedDeployment }) {
  const { deployedAt, healthyAt } = deployment;
  const { t, locale } = useWords();
  const took = secondsBetween(deployedAt, healthyAt);
  return (
    <div className={styles.when}>
      <Lines>
        <Age time={deployedAt} />
        {took !== undefined && (
          <Small>
            {t('deployments.healthy', {
              duration: durationWords(took, locale, 'short'),
            })}
          </Small>
        )}
      </Lines>
    </div>
  );
}
