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

/** What is said beside, or instead of, an entity's Applications. */
export const noticeMessages = {
  claim: {
    wrong: 'The Argo CD annotation of this entity is wrong',
    missing: 'Argo CD has no Application {{names}}',
    missingHint:
      'The annotation argocd/app-name claims it. Correct the name there, or have the Application created in Git.',
    named: 'named {{names}} (annotation argocd/app-name)',
    labelled: 'labelled {{selector}} (annotation argocd/app-selector)',
    applications: 'the Applications {{parts}}',
    or: ' or ',
    nothing: 'no Application',
  },
  nothing: {
    title: 'No Application found',
    claims: 'This entity claims {{claim}}.',
    asked:
      'No Argo CD instance that could be read has one (asked: {{instances}}).',
    noInstance:
      'No Argo CD instance is configured: set gitops.argocd.instances.',
    compareLabels:
      'Compare the annotation in catalog-info.yaml with the labels of the Application.',
    compareName:
      'Compare the annotation in catalog-info.yaml with the name of the Application.',
    commit:
      'If the Application does not exist yet, commit it to the GitOps repository.',
  },
  hidden: {
    title_one: '{{count}} application is hidden from you',
    title_other: '{{count}} applications are hidden from you',
  },
  proof: {
    title: 'It is not proved that {{name}} belongs to this entity',
    hint: 'Until then its state is shown, and nothing else can be read or done here.',
    needed: 'Only a proved claim shows {{what}}',
  },
  pullRequest: {
    waits: 'Waits for {{link}}',
    open: 'A pull request is open: {{link}}',
    link: 'pull request #{{number}} {{title}}',
    on: 'on {{repository}}',
    creates: 'Argo CD creates the Applications once it is merged.',
    changes: 'What runs changes once it is merged.',
    opened: 'Opened {{age}}.',
    failed: 'Open pull requests could not be looked up',
  },
  unreachable: {
    hint: 'Whether anything runs is not known until one answers.',
  },
} as const;
