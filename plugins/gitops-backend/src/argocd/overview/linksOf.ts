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
  ArgoCdInstanceConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { httpUrl } from '../../links/httpUrl';

const MAX_LINKS = 10;

/** The Application's own page, then the web pages that its resources publish. */
export function linksOf(
  app: Pick<ArgoApplication, 'namespace' | 'name' | 'externalUrls'>,
  { frontendUrl }: Pick<ArgoCdInstanceConfig, 'frontendUrl'>,
): string[] {
  const page = `${frontendUrl}/applications/${encodeURIComponent(
    app.namespace,
  )}/${encodeURIComponent(app.name)}`;
  // Whoever writes an Ingress writes these: `javascript:` must not become a link.
  const published = app.externalUrls.flatMap(url => httpUrl(url) ?? []);
  return [page, ...published].slice(0, MAX_LINKS);
}
