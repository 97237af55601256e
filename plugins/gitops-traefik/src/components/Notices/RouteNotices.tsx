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
import {
  asSentence,
  Notice,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Notices.module.css';

/** What is wrong with one route, and what is not known of it. */
export function RouteNotices({ route }: { route: Route }) {
  const { known, status, reason, errors } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const why = reason && asSentence(reason);
  return (
    <>
      {known === 'applied' && status !== 'missing' && (
        <Notice status="info" title={t('applied.title')}>
          {why ?? t('applied.hint')}
        </Notice>
      )}
      {status === 'missing' && (
        <Notice status="danger" title={t('noRouter.title')}>
          {why ?? t('noRouter.hint')}
        </Notice>
      )}
      {known === 'traefik' && status === 'unknown' && (
        <Notice status="warning" title={t('unknown.title')}>
          {why}
        </Notice>
      )}
      {(errors.length > 0 || status === 'disabled') && (
        <Notice
          status={status === 'disabled' ? 'danger' : 'warning'}
          title={
            status === 'disabled' ? t('disabled.title') : t('errors.title')
          }
        >
          <ul className={styles.errors}>
            {errors.map(error => (
              <li key={error}>{asSentence(error)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
