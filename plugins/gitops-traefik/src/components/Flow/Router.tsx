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
import { Disclosure } from '@gitops-platform/backstage-plugin-gitops-react';
import { routeName } from '../../model/routeName';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Flow.module.css';

/** Which requests a route takes, in words, and the rule itself when asked for. */
export function Router({ route }: { route: Route }) {
  const { router, rule, words, status } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <div className={styles.lines}>
      <span className={styles.words}>
        {words ?? rule ?? t('flow.anyRequest')}
      </span>
      <span className={styles.quiet}>
        {status === 'missing' ? t('flow.noRouter') : router}
      </span>
      {words && rule && words !== rule && (
        <Disclosure label={t('flow.rule')} about={routeName(route)}>
          <code className={styles.rule}>{rule}</code>
        </Disclosure>
      )}
    </div>
  );
}
