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
  ApplicationOverview,
  SyncRequest,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { describeSync } from '../../model/describeSync';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Operations.module.css';

/** What a sync will do, in words that change with its options. */
export function WillHappen(props: {
  application: ApplicationOverview;
  request: SyncRequest;
}) {
  const { application, request } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <section className={styles.will} aria-live="polite">
      <Text as="h3" variant="body-medium" weight="bold">
        {t('dialog.willHappen')}
      </Text>
      <ul className={styles.sentences}>
        {describeSync(application, request, t).map(sentence => (
          <li key={sentence}>{sentence}</li>
        ))}
        {request.resources?.length === 0 && <li>{t('dialog.noneChosen')}</li>}
      </ul>
    </section>
  );
}
