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

import type { ArgoSyncPolicy } from '@gitops-platform/backstage-plugin-gitops-node';
import type { OperationRequest } from './OperationRequest';

/** What was begun, in words, and what auto-sync does beside it. */
export function acceptedMessage(
  name: string,
  request: OperationRequest,
  automated: ArgoSyncPolicy['automated'],
): string {
  const beside = automated && besideAutoSync(request, automated);
  return [begun(name, request), beside].filter(part => part).join(' ');
}

function begun(name: string, request: OperationRequest): string {
  switch (request.action) {
    case 'sync':
      return begunSync(name, request);
    case 'terminate':
      return `Argo CD ends the operation of ${name}.`;
    default:
      return request.hard
        ? `Argo CD has rendered ${name} anew and compared it with Git.`
        : `Argo CD has compared ${name} with Git.`;
  }
}

function begunSync(
  name: string,
  request: OperationRequest & { action: 'sync' },
): string {
  const { dryRun, prune, force, resources } = request;
  const what = resources
    ? `${resources.length} ${
        resources.length === 1 ? 'resource' : 'resources'
      } of ${name}`
    : name;
  if (dryRun) {
    return `Argo CD tries a sync of ${what} to what Git says. A dry run changes nothing.`;
  }
  const extras = [
    prune && 'deletes what Git no longer has',
    force && 'deletes and creates again what cannot be changed',
  ].filter(extra => extra);
  return `Argo CD syncs ${[`${what} to what Git says`, ...extras].join(
    ', and ',
  )}.`;
}

function besideAutoSync(
  request: OperationRequest,
  { prune, selfHeal }: NonNullable<ArgoSyncPolicy['automated']>,
): string {
  if (request.action === 'terminate') {
    return 'Auto-sync is on: it may begin another.';
  }
  if (request.action === 'refresh') {
    return 'Auto-sync is on: what differs in Git is synced without you.';
  }
  if (request.dryRun) {
    return 'Auto-sync is on: what differs in Git is synced all the same.';
  }
  if (prune && !request.prune) {
    return 'Auto-sync is on and prunes: what Git no longer has is deleted all the same.';
  }
  if (request.resources) {
    return 'Auto-sync is on: it syncs the other resources without you.';
  }
  return selfHeal
    ? 'Auto-sync is on and heals: what is changed in the cluster by hand is synced back as well.'
    : 'Auto-sync is on: the next change in Git is synced without you.';
}
