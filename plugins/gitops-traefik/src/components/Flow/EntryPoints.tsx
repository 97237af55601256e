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
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Flow.module.css';

/** Where Traefik listens for requests to a route. */
export function EntryPoints({ entryPoints }: Pick<Route, 'entryPoints'>) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return entryPoints.length > 0 ? (
    <ul className={styles.list}>
      {entryPoints.map(({ name, address }) => (
        <li key={name}>
          <span className={styles.name}>{name}</span>{' '}
          {address && <span className={styles.quiet}>{address}</span>}
        </li>
      ))}
    </ul>
  ) : (
    <span className={styles.quiet}>{t('flow.noEntryPoint')}</span>
  );
}
