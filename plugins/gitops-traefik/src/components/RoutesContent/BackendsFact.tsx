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
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Disclosure,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { routeName } from '../../model/routeName';
import { gitopsTraefikTranslationRef } from '../../translation';
import { BackendsStatus } from '../State';
import styles from './RoutesContent.module.css';

/** Whether anything answers, who says so, and what was seen. */
export function BackendsFact({ route }: { route: Route }) {
  const { backends } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <Lines>
      <BackendsStatus backends={backends} />
      {backends && (
        <Text variant="body-small" color="secondary">
          {t(`backends.${backends.source}`)}
        </Text>
      )}
      {backends && backends.evidence.length > 0 && (
        <Disclosure label={t('backends.evidence')} about={routeName(route)}>
          <ul className={styles.evidence}>
            {backends.evidence.map((seen, index) => (
              <li key={`${index} ${seen}`}>{seen}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Lines>
  );
}
