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
import { useApplicationDiff } from '@gitops-platform/backstage-plugin-gitops-react';
import { manifestVersion } from '../../model/manifestVersion';
import { resourceKey } from '../../model/resourceKey';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ReadAgain, ViewContent, type ViewProps } from '../View';
import styles from './Diff.module.css';
import { ResourceDifference } from './ResourceDifference';

// More than a screen of them is looked through by their titles.
const OPEN_AT_FIRST = 5;

/** What a sync would change, resource by resource. */
export function Differences({ application, location }: ViewProps) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const resource = useApplicationDiff(location, manifestVersion(application));
  return (
    <ViewContent
      application={application}
      resource={resource}
      what={t('diff.what')}
      permission={gitopsApplicationManifestsReadPermission.name}
      isEmpty={({ items, omitted }) => items.length + omitted === 0}
      empty={{ title: t('diff.empty'), hint: t('diff.emptyHint') }}
    >
      {({ items, omitted }) => (
        <>
          <Flex
            className={styles.heading}
            justify="between"
            align="center"
            gap="3"
          >
            <Text weight="bold">
              {t('diff.count', { count: items.length + omitted })}
            </Text>
            <ReadAgain resource={resource} />
          </Flex>
          <Text variant="body-small" color="secondary">
            {t('diff.legend')}
          </Text>
          {items.map((difference, index) => (
            <ResourceDifference
              key={resourceKey(difference)}
              difference={difference}
              openAtFirst={index < OPEN_AT_FIRST}
            />
          ))}
          {omitted > 0 && (
            <Text color="secondary">
              {t('diff.omitted', { count: omitted })}
            </Text>
          )}
        </>
      )}
    </ViewContent>
  );
}
