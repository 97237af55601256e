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

import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationParametersSyncPolicy } from '@gitops-platform/backstage-plugin-gitops-common';
import { Facts } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Whether Argo CD syncs by itself, and how. */
export function SyncPolicy(props: { policy: ApplicationParametersSyncPolicy }) {
  const { automated, prune, selfHeal, retryLimit, options } = props.policy;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const onOff = (value: boolean) =>
    value ? t('parameters.on') : t('parameters.off');
  return (
    <Flex direction="column" gap="3">
      <Text as="h3" variant="body-large" weight="bold">
        {t('parameters.policy')}
      </Text>
      <Facts
        facts={[
          { name: t('parameters.automatic'), value: onOff(automated) },
          { name: t('parameters.prune'), value: onOff(prune) },
          { name: t('parameters.selfHeal'), value: onOff(selfHeal) },
          {
            name: t('parameters.retries'),
            value: retryLimit === undefined ? undefined : String(retryLimit),
          },
          {
            name: t('parameters.options'),
            value: options.join(', ') || t('parameters.none'),
          },
        ]}
      />
    </Flex>
  );
}
