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

/** What is said beside, or instead of, an entity's routes. */
export const noticeMessages = {
  nothing: {
    title: 'No routes are claimed',
    none: 'This entity names no route, and no Argo CD Application of it applies an IngressRoute.',
    how: 'Commit an IngressRoute to the GitOps repository, or name one in catalog-info.yaml: {{example}}.',
    found: 'No route found',
    claims: 'This entity claims {{claims}}.',
    applications: 'the IngressRoutes of its Argo CD Applications',
    asked:
      'No Traefik instance that could be read has a router for it (asked: {{instances}}).',
    noInstance:
      'No Traefik instance is configured: set gitops.traefik.instances.',
    compare:
      'Compare the annotations in catalog-info.yaml with the IngressRoutes in the cluster.',
  },
  hidden: {
    title_one: '{{count}} route is hidden from you',
    title_other: '{{count}} routes are hidden from you',
  },
  unreachable: {
    hint: 'Which routes there are is not known until one answers.',
  },
  replicas: {
    title:
      '{{answering}} of {{total}} replicas of Traefik instance {{name}} answer',
    hint: 'Each replica answers only for itself: what the others route is not known.',
  },
  applied: {
    title: 'This is all that is known: it is what Argo CD applied',
    hint: 'No Traefik instance that could be asked routes it. Whether requests arrive is not known.',
  },
  noRouter: {
    title: 'Traefik made no router of it',
    hint: 'Argo CD applied it, and requests to it are not routed. Look for a Service that is missing, or a mistake in the rule.',
  },
  disabled: {
    title: 'Traefik has disabled this router',
  },
  errors: {
    title: 'Traefik reports errors',
  },
  unknown: {
    title: 'It is not known whether Traefik routes this',
  },
} as const;
