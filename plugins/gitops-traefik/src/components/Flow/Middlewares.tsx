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

import {
  RiAlertFill,
  RiErrorWarningFill,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Flow.module.css';

const looks = {
  warning: {
    icon: RiAlertFill,
    tone: 'attention',
    message: 'flow.middlewareWarning',
  },
  disabled: {
    icon: RiErrorWarningFill,
    tone: 'bad',
    message: 'flow.middlewareDisabled',
  },
  missing: {
    icon: RiErrorWarningFill,
    tone: 'bad',
    message: 'flow.middlewareMissing',
  },
  unknown: {
    icon: RiQuestionLine,
    tone: 'quiet',
    message: 'flow.middlewareUnknown',
  },
} as const;

/** What is done to a request, in the order in which it is done: types only. */
export function Middlewares({ middlewares }: Pick<Route, 'middlewares'>) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return middlewares.length > 0 ? (
    <ol className={styles.ordered}>
      {middlewares.map(({ name, type, status }, index) => {
        const look = status === 'enabled' ? undefined : looks[status];
        return (
          <li key={`${index} ${name}`}>
            <span className={styles.name}>{type ?? name}</span>{' '}
            {type && <span className={styles.quiet}>{name}</span>}{' '}
            {look && (
              <StatusText icon={look.icon} tone={look.tone}>
                {t(look.message)}
              </StatusText>
            )}
          </li>
        );
      })}
    </ol>
  ) : (
    <span className={styles.quiet}>{t('flow.noMiddleware')}</span>
  );
}
