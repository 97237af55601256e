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
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  Facts,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** What is known of a resource, with what Argo CD notes beside it. */
export function ResourceFacts(props: { resource: ApplicationResource }) {
  const { group, version, namespace, createdAt, images, info } = props.resource;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Facts
      dense
      facts={[
        {
          name: t('resources.namespace'),
          value: namespace ?? t('resources.clusterWide'),
        },
        {
          name: t('resource.apiVersion'),
          value: group ? `${group}/${version}` : version,
        },
        {
          name: t('resources.created'),
          value: createdAt && <Age time={createdAt} />,
        },
        ...(info ?? []),
        {
          name: t('resource.images'),
          value: images && (
            <Lines>
              {images.map(image => (
                <span key={image}>{image}</span>
              ))}
            </Lines>
          ),
        },
      ]}
    />
  );
}
