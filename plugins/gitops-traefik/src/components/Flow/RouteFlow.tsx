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
import { routeName } from '../../model/routeName';
import { gitopsTraefikTranslationRef } from '../../translation';
import { EntryPoints } from './EntryPoints';
import { FlowStep } from './FlowStep';
import styles from './Flow.module.css';
import { Middlewares } from './Middlewares';
import { Router } from './Router';
import { ServiceTree } from './ServiceTree';

/** The way of a request: entry points, router, middlewares, services; a list, drawn as boxes with arrows between them. */
export function RouteFlow({ route }: { route: Route }) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const { entryPoints, middlewares, services } = route;
  return (
    <div className={styles.frame}>
      <ol
        className={styles.flow}
        aria-label={t('flow.label', { name: routeName(route) })}
      >
        <FlowStep title={t('flow.entryPoints')} isFirst>
          <EntryPoints entryPoints={entryPoints} />
        </FlowStep>
        <FlowStep title={t('flow.router')}>
          <Router route={route} />
        </FlowStep>
        <FlowStep title={t('flow.middlewares')}>
          <Middlewares middlewares={middlewares} />
        </FlowStep>
        <FlowStep title={t('flow.services')} isWide>
          {services.length > 0 ? (
            <ServiceTree services={services} label={t('flow.services')} />
          ) : (
            <span className={styles.quiet}>{t('flow.noService')}</span>
          )}
        </FlowStep>
      </ol>
    </div>
  );
}
