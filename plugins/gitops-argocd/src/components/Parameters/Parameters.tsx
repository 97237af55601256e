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
import { gitopsApplicationManifestsReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import { useApplicationParameters } from '@gitops-platform/backstage-plugin-gitops-react';
import { manifestVersion } from '../../model/manifestVersion';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ReadAgain, ViewContent, type ViewProps } from '../View';
import { Source } from './Source';
import { SyncPolicy } from './SyncPolicy';

/** The sync policy of an Application, then its sources one by one. */
export function Parameters({ application, location }: ViewProps) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const resource = useApplicationParameters(
    location,
    manifestVersion(application),
  );
  return (
    <ViewContent
      application={application}
      resource={resource}
      what={t('parameters.what')}
      permission={gitopsApplicationManifestsReadPermission.name}
      isEmpty={({ items }) => items.length === 0}
      empty={{ title: t('parameters.empty') }}
    >
      {({ items, masked, syncPolicy }) => (
        <Flex direction="column" gap="5">
          <Flex justify="between" align="center" gap="3">
            <Text variant="body-small">
              {masked > 0 && t('parameters.maskedCount', { count: masked })}
            </Text>
            <ReadAgain resource={resource} />
          </Flex>
          <SyncPolicy policy={syncPolicy} />
          {items.map((source, index) => (
            <Source
              key={`${index} ${source.repoUrl}`}
              source={source}
              number={items.length > 1 ? index + 1 : undefined}
            />
          ))}
        </Flex>
      )}
    </ViewContent>
  );
}
