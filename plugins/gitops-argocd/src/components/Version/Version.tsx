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
import {
  Lines,
  Revision,
} from '@gitops-platform/backstage-plugin-gitops-react';
import type { ApplicationVersion } from '@gitops-platform/backstage-plugin-gitops-common';
import { imageVersions } from '../../model/imageVersions';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Version.module.css';

/** What runs: the image's version, and the commit that it was built from. */
export function Version({ version }: { version: ApplicationVersion }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const { images, sourceRevision, sourceUrl, placeholder } = version;
  const { versions, others } = imageVersions(images);
  if (placeholder) {
    return (
      <span title={images.join('\n')}>
        <Lines>
          <Text>{t('version.waiting')}</Text>
          <Text variant="body-small" color="secondary">
            {t('version.waitingHint')}
          </Text>
        </Lines>
      </span>
    );
  }
  return (
    <Lines>
      {images.length === 0 ? (
        <Text color="secondary">{t('version.none')}</Text>
      ) : (
        <span className={styles.image} title={images.join('\n')}>
          {versions.reduce((first, second) =>
            t('version.and', { first, second }),
          )}
          {others > 0 && (
            <Text variant="body-small" color="secondary">
              {` ${t('version.more', { count: others })}`}
            </Text>
          )}
        </span>
      )}
      {sourceRevision && (
        <Text variant="body-small" color="secondary">
          {t('version.source', {
            revision: (
              <Revision
                revision={sourceRevision}
                url={sourceUrl}
                label={t('version.sourceLabel')}
              />
            ),
          })}
        </Text>
      )}
    </Lines>
  );
}
