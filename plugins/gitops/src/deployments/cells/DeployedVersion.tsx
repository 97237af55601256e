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
import type { RecordedDeployment } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  imageVersion,
  Lines,
  Revision,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { Small } from '../../small';
import { gitopsTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** What was deployed, and the commit that it was built from. */
export function DeployedVersion(props: { deployment: RecordedDeployment }) {
  const { version, images, sourceRevision, sourceUrl } = props.deployment;
  const { t } = useTranslationRef(gitopsTranslationRef);
  const label = version ?? images.map(imageVersion)[0];
  return (
    <Lines>
      <span className={styles.version} title={images.join('\n')}>
        {label ?? t('deployments.notKnown')}
      </span>
      {sourceRevision && (
        <Small>
          <Revision
            revision={sourceRevision}
            url={sourceUrl}
            label={t('runs.source')}
          />
        </Small>
      )}
    </Lines>
  );
}
