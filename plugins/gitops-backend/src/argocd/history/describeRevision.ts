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

import { sourceKindOf } from '@gitops-platform/backstage-plugin-gitops-node';
import { httpUrl } from '../../links/httpUrl';
import type { ArgoCdInstance } from '../ArgoCdInstances';
import type { CommitOfApplication } from './RevisionMetadataCache';

/** What is known of a commit, or of a version of a chart or OCI image. */
export interface RevisionDescription {
  author?: string;
  date?: string;
  message?: string;
  /** A page about it, where it names one. */
  url?: string;
}

/** Asks Argo CD for what it knows of a revision, which depends on what it is of. */
export async function describeRevision(
  client: Pick<
    ArgoCdInstance['client'],
    'getChartDetails' | 'getOciMetadata' | 'getRevisionMetadata'
  >,
  commit: CommitOfApplication,
): Promise<RevisionDescription> {
  const { app, revision, sourceIndex, versionId } = commit;
  const { several = app.sources.length > 1 } = commit;
  const options = {
    // A single source has no index.
    sourceIndex: several ? sourceIndex : undefined,
    versionId,
  };
  switch (sourceKindOf(commit)) {
    case 'helm': {
      const chart = await client.getChartDetails(app, revision, options);
      return {
        author: chart.maintainers.join(', ') || undefined,
        message: chart.description,
        url: httpUrl(chart.home),
      };
    }
    case 'oci': {
      const image = await client.getOciMetadata(app, revision, options);
      return {
        author: image.authors,
        date: image.createdAt,
        message: image.description,
        url: httpUrl(image.sourceUrl ?? image.docsUrl ?? image.imageUrl),
      };
    }
    default: {
      const { author, date, message } = await client.getRevisionMetadata(
        app,
        revision,
        options,
      );
      return { author, date, message };
    }
  }
}
