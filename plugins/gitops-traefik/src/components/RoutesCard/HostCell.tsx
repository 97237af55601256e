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

import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import { Hosts } from '../Hosts';
import styles from './cells.module.css';

/** The hosts of a route, and where it is, linked to the tab. */
export function HostCell(props: {
  route: Route;
  /** The address of the tab, where the app has it. */
  tab?: string;
}) {
  const { route, tab } = props;
  const { environment, cluster } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <div className={styles.host}>
      <Lines>
        <Text as="div" weight="bold">
          <Hosts route={route} dense />
        </Text>
        <Text variant="body-small" color="secondary">
          {tab ? (
            <Link
              className={styles.link}
              href={`${tab}?${new URLSearchParams({ environment })}`}
              aria-label={t('card.openTab', { environment })}
            >
              {environment}
            </Link>
          ) : (
            environment
          )}
          {cluster && ` · ${cluster}`}
        </Text>
      </Lines>
    </div>
  );
}
