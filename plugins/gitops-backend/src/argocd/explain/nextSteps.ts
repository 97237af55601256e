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

import type { ArgoSource } from '@gitops-platform/backstage-plugin-gitops-node';
import { withoutCredentials } from '../../links/webPageOf';
import type { ExplainedFacts } from './explainApplication';
import { isCulprit, isFailed } from './explainOperation';

type Step = (facts: ExplainedFacts) => string | undefined;

const STEPS: Step[] = [
  ({ app }) =>
    app.conditions.some(({ type }) => type === 'ComparisonError')
      ? `Put the manifests right in Git (${app.sources
          .map(describeSource)
          .join(
            '; ',
          )}), then refresh. Until Argo CD can generate them, a sync cannot help.`
      : undefined,
  ({ app }) =>
    app.conditions.some(({ type }) => type === 'InvalidSpecError')
      ? `Put the Application's own definition right: its project ${app.project}, its sources and its destination.`
      : undefined,
  ({ operation }) => {
    const hook = operation?.resources.find(
      resource => isCulprit(resource) && resource.hookType,
    );
    return (
      hook &&
      `Read the log of the hook ${hook.kind} ${hook.name}, mend what it says, and sync again.`
    );
  },
  ({ app, operation = app.operation }) =>
    isFailed(operation)
      ? 'Look at the results of the last sync per resource; put in Git right what the cluster refused, and sync again.'
      : undefined,
  ({ failingResources }) => {
    const pod = failingResources?.find(({ message }) =>
      /ImagePullBackOff|ErrImagePull|InvalidImageName/.test(message ?? ''),
    );
    return (
      pod &&
      `Check that the image of ${pod.kind} ${pod.name} exists under that name and tag, and that the cluster may pull it.`
    );
  },
  ({ failingResources }) => {
    const pod = failingResources?.find(({ message }) =>
      /CrashLoopBackOff|OOMKilled|Error/.test(message ?? ''),
    );
    return (
      pod &&
      `Read the log of ${pod.kind} ${pod.name}, that of the container before its restart included, and its events.`
    );
  },
  ({ failingResources }) => {
    const degraded = failingResources?.find(
      ({ health }) => health === 'Degraded',
    );
    return degraded && `Read the events of ${degraded.kind} ${degraded.name}.`;
  },
  ({ failingResources }) =>
    failingResources?.some(({ health }) => health === 'Missing')
      ? 'Something that Git defines is not in the cluster: a sync creates it, unless a failed sync says why not.'
      : undefined,
  ({ failingResources }) => {
    const paused = failingResources?.find(
      ({ health }) => health === 'Suspended',
    );
    return (
      paused &&
      `${paused.kind} ${paused.name} is suspended: it goes on once somebody promotes or resumes it.`
    );
  },
  ({ app }) =>
    app.health === 'Progressing'
      ? 'It is still under way: look again in a minute, and at its resources where it does not move.'
      : undefined,
  ({ app, windows }) =>
    app.sync === 'OutOfSync' && windows?.canSync === false
      ? 'Wait until the sync window allows it, or ask whoever maintains the AppProject.'
      : undefined,
  ({ app, windows }) =>
    app.sync === 'OutOfSync' && !app.autoSync && windows?.canSync !== false
      ? 'Look at what differs, then sync it: this needs the permission gitops.application.sync.'
      : undefined,
];

/** What a person, or an agent in their name, would do next, in that order. Never a change of the cluster by hand. */
export function nextSteps(facts: ExplainedFacts): string[] {
  return STEPS.flatMap(step => step(facts) ?? []);
}

function describeSource(source: ArgoSource): string {
  const { repoUrl, path, chart, targetRevision } = source;
  return [
    withoutCredentials(repoUrl),
    path ?? chart,
    targetRevision && `at ${targetRevision}`,
  ]
    .filter(part => part)
    .join(' ');
}
