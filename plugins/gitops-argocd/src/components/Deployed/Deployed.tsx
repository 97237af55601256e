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
import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { Age, Lines } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Person } from '../Person';

/** Since when the present version runs, who deployed it, and whose commit it is. */
export function Deployed(
  props: Pick<
    ApplicationOverview,
    'deployedAt' | 'deployedBy' | 'commitAuthor'
  >,
) {
  const { deployedAt, deployedBy, commitAuthor } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  if (!deployedAt) {
    return <Text color="secondary">{t('header.notDeployed')}</Text>;
  }
  return (
    <Lines>
      <Age time={deployedAt} />
      {deployedBy && (
        <Text variant="body-small" color="secondary">
          <Person name={deployedBy} />
        </Text>
      )}
      {commitAuthor && commitAuthor !== deployedBy && (
        <Text variant="body-small" color="secondary">
          {t('header.commitBy', { author: commitAuthor })}
        </Text>
      )}
    </Lines>
  );
}
