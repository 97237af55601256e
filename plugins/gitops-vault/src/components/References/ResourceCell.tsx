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
import type { SecretReference } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Lines,
  RemedyLink,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';
import styles from './References.module.css';

const OWN_KINDS = [
  'ExternalSecret',
  'ClusterExternalSecret',
  'SecretProviderClass',
];

/** Which resource expects a secret, and where. */
export function ResourceCell(props: SecretReference) {
  const { resource, environment, cluster, application } = props;
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return (
    <div className={styles.resource}>
      <Lines>
        <Text variant="body-small" color="secondary">
          {resource.kind}
          {!OWN_KINDS.includes(resource.kind) && `, ${t('references.agent')}`}
        </Text>
        <Text weight="bold">{resource.name}</Text>
        <Text variant="body-small" color="secondary">
          {t('references.inCluster', { environment, cluster })}
        </Text>
        <Text variant="body-small">
          <RemedyLink
            remedy={{
              label: t('references.application', { name: application.name }),
              tab: 'argocd',
              application,
            }}
          />
        </Text>
      </Lines>
    </div>
  );
}
