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

import { sourcesOf } from '../projects';
import type { Application } from '../types';
import { html } from '../../html';
import { layout } from './layout';
import { statusBadge } from './statusBadge';

const short = (revision: string | undefined) => (revision ?? '').slice(0, 7);

function conditions({ status }: Application) {
  return (status.conditions ?? []).map(
    ({ type, message }) =>
      html`<div class="note"><strong>${type}</strong><br />${message}</div>`,
  );
}

function resources({ status }: Application) {
  return (status.resources ?? []).map(
    one => html`<tr>
      <td>${one.kind}</td>
      <td><code>${one.name}</code></td>
      <td>
        ${statusBadge(one.status)}${one.requiresPruning
          ? ' (to be pruned)'
          : ''}
      </td>
      <td>
        ${one.health ? statusBadge(one.health.status) : ''}
        <span class="soft">${one.health?.message}</span>
      </td>
    </tr>`,
  );
}

function history({ status }: Application) {
  return [...(status.history ?? [])].reverse().map(
    one => html`<tr>
      <td>${one.id}</td>
      <td>${one.deployedAt}</td>
      <td>
        <code>${(one.revisions ?? [one.revision]).map(short).join(', ')}</code>
      </td>
      <td>
        ${one.initiatedBy.automated ? 'automated' : one.initiatedBy.username}
      </td>
    </tr>`,
  );
}

/** The page of one Application: what it is, what is wrong, what it consists of and what was deployed. */
export function applicationPage(
  instance: string,
  application: Application,
): string {
  const { metadata, spec, status } = application;
  const operation = status.operationState;
  const revisions = status.sync.revisions ?? [status.sync.revision];
  const sources = sourcesOf(spec).map(
    ({ repoURL, path, chart, targetRevision }) =>
      html`<p>
        <code>${repoURL}</code> ${path ?? chart}
        <span class="soft">at ${targetRevision ?? 'HEAD'}</span>
      </p>`,
  );
  return layout(
    `${metadata.name} · Argo CD ${instance}`,
    html`<p><a href="/">Argo CD “${instance}”</a></p>
      <h1>${metadata.name}</h1>
      <p>
        ${statusBadge(status.sync.status)} ·
        ${statusBadge(status.health.status)} ·
        <span class="soft">commit</span>
        <code>${revisions.map(short).join(', ')}</code>
      </p>
      <p class="soft">
        Project ${spec.project} · namespace ${spec.destination.namespace} · last
        looked at ${status.reconciledAt}
      </p>
      ${conditions(application)}
      ${operation
        ? html`<p>
            Last sync: ${statusBadge(operation.phase)}
            <span class="soft"
              >${operation.message}
              ${operation.finishedAt ?? operation.startedAt}</span
            >
          </p>`
        : ''}
      <h2>Source</h2>
      ${sources}
      <h2>Images</h2>
      ${(status.summary.images ?? []).map(
        image => html`<p><code>${image}</code></p>`,
      )}
      <h2>Resources</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Kind</th>
              <th>Name</th>
              <th>Sync</th>
              <th>Health</th>
            </tr>
          </thead>
          <tbody>
            ${resources(application)}
          </tbody>
        </table>
      </div>
      <h2>History</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Id</th>
              <th>Deployed</th>
              <th>Commit</th>
              <th>By</th>
            </tr>
          </thead>
          <tbody>
            ${history(application)}
          </tbody>
        </table>
      </div>`,
  );
}
