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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './cells.module.css';

/** Where an Application runs, linked to the tab, and which one it is, linked to Argo CD. */
export function EnvironmentCell(props: {
  application: ApplicationOverview;
  /** The Application on the tab, where the app has the tab. */
  href?: string;
  withCluster: boolean;
}) {
  const { application, href, withCluster } = props;
  const { environment, cluster, name, links, binding } = application;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const proved = binding.status === 'proved';
  return (
    <div className={styles.environment}>
      <Lines>
        <Text weight="bold">
          {href ? (
            <Link
              className={styles.link}
              href={href}
              aria-label={t('card.openTab', { environment, name })}
            >
              {environment}
            </Link>
          ) : (
            environment
          )}
        </Text>
        {withCluster && (
          <Text variant="body-small" color="secondary">
            {cluster}
          </Text>
        )}
        <Text variant="body-small" color="secondary">
          {proved ? (
            <ExternalLink
              href={links[0]}
              label={t('card.inArgoCd', { name })}
              icon
            >
              {name}
            </ExternalLink>
          ) : (
            name
          )}
        </Text>
        {!proved && <Text variant="body-small">{t('card.notProved')}</Text>}
      </Lines>
    </div>
  );
}
