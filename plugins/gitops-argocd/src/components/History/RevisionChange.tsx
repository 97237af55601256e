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
import type { RevisionMetadata } from '@gitops-platform/backstage-plugin-gitops-common';
import { Revision } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';

/** What a revision changed: a commit with its message and author, or a chart or OCI artefact with its version. */
export function RevisionChange(props: { revision: RevisionMetadata }) {
  const { revision, url, message, author, kind = 'commit' } = props.revision;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const words = {
    commit: { label: t('history.commitLabel'), none: t('history.noMessage') },
    chart: {
      label: t('history.chartLabel'),
      none: t('history.noChartMessage'),
      name: t('history.chart'),
    },
    oci: {
      label: t('history.ociLabel'),
      none: t('history.noChartMessage'),
      name: t('history.oci'),
    },
  }[kind];
  return (
    <div>
      <div>{message ?? <Text color="secondary">{words.none}</Text>}</div>
      <Text variant="body-small" color="secondary">
        {'name' in words && `${words.name} `}
        <Revision revision={revision} url={url} label={words.label} />
        {author && ` ${author}`}
      </Text>
    </div>
  );
}
