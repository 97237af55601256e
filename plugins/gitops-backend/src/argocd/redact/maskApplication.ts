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

import type {
  ArgoApplication,
  ArgoSource,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { withoutCredentials } from '../../links/webPageOf';
import type { Redactor } from './Redactor';

/**
 * An Application with its messages masked, and without credentials in its addresses. What is well is left as it is:
 * thousands of Applications share their parts.
 */
export function maskApplication(
  app: ArgoApplication,
  redactor: Redactor,
): ArgoApplication {
  const { conditions, destination, operation } = app;
  const sources = maskSources(app.sources, redactor);
  return {
    ...app,
    healthMessage: redactor.optional(app.healthMessage),
    conditions: conditions.map(condition => ({
      ...condition,
      message: redactor.text(condition.message),
    })),
    operation: operation && {
      ...operation,
      message: redactor.optional(operation.message),
      initiatedBy: redactor.optional(operation.initiatedBy),
      requestedBy: redactor.optional(operation.requestedBy),
    },
    destination: destination.server
      ? { ...destination, server: withoutCredentials(destination.server) }
      : destination,
    sources,
    history: app.history.map(entry => ({
      ...entry,
      initiatedBy: redactor.optional(entry.initiatedBy),
      sources:
        entry.sources === app.sources
          ? sources
          : maskSources(entry.sources, redactor),
    })),
    externalUrls: app.externalUrls
      .map(url => withoutCredentials(url))
      // Without a token in its query, it would lead nowhere.
      .filter(url => redactor.text(url) === url),
  };
}

function maskSources(sources: ArgoSource[], redactor: Redactor): ArgoSource[] {
  const masked = sources.map(source => ({
    ...source,
    repoUrl: redactor.text(withoutCredentials(source.repoUrl)),
  }));
  const same = masked.every(
    ({ repoUrl }, index) => repoUrl === sources[index].repoUrl,
  );
  return same ? sources : masked;
}
