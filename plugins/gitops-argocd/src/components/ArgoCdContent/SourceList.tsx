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
import type { ApplicationSource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  Lines,
  Revision,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { repositoryName } from '../../model/repositoryName';
import { gitopsArgocdTranslationRef } from '../../translation';

/** Where an Application's manifests come from. */
export function SourceList({ sources }: { sources: ApplicationSource[] }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Lines>
      {sources.map(({ repoUrl, path, chart, targetRevision, ...resolved }) => (
        <span key={[repoUrl, path, chart, targetRevision].join(' ')}>
          <ExternalLink href={repoUrl} title={repoUrl}>
            {repositoryName(repoUrl)}
          </ExternalLink>
          {(path ?? chart) && ` ${path ?? chart}`}
          {targetRevision && (
            <Text variant="body-small" color="secondary">
              {` ${t('header.sourceAt', { revision: targetRevision })}`}
            </Text>
          )}
          {resolved.revision && resolved.revision !== targetRevision && (
            <>
              {' '}
              <Revision
                revision={resolved.revision}
                url={resolved.revisionUrl}
                label={t('header.revisionOf', {
                  name: repositoryName(repoUrl),
                })}
              />
            </>
          )}
        </span>
      ))}
    </Lines>
  );
}
