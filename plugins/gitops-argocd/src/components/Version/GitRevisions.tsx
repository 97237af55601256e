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
import { Revision } from '@gitops-platform/backstage-plugin-gitops-react';
import type { ApplicationSource } from '@gitops-platform/backstage-plugin-gitops-common';
import { repositoryName } from '../../model/repositoryName';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Which commit, or chart version, of each of its sources an Application follows at present. */
export function GitRevisions({ sources }: { sources: ApplicationSource[] }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const known = new Map(
    sources.flatMap(source =>
      source.revision
        ? [[`${source.repoUrl} ${source.revision}`, source] as const]
        : [],
    ),
  );
  return (
    <>
      {[...known].map(([key, source]) => {
        const name = source.chart ?? repositoryName(source.repoUrl);
        return (
          <Text key={key} variant="body-small" color="secondary">
            {`${name} `}
            <Revision
              revision={source.revision ?? ''}
              url={source.revisionUrl}
              label={t('header.revisionOf', { name })}
            />
          </Text>
        );
      })}
    </>
  );
}
