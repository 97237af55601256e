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

import type { ArgoOperation } from './ArgoApplication';
import { cutText } from './cutText';
import type { RawOperationState } from './rawOperation';
import { present } from './tolerant';

/**
 * The name under which the portal notes in a sync's `infos` who asked for it. The value is an entity reference such
 * as `user:default/jane`. Whoever may sync in Argo CD can write it there, so it proves nothing.
 * @public
 */
export const OPERATION_REQUESTED_BY = 'requested-by';

const LONGEST_REQUESTER = 300;

/** Normalises an operation; `undefined` where its phase is not known. */
export function operationOf(
  raw: RawOperationState | undefined,
  options: { longestMessage: number },
): ArgoOperation | undefined {
  if (!raw?.phase) {
    return undefined;
  }
  const { info = [], initiatedBy, sync } = raw.operation ?? {};
  const requester = present(info).find(
    ({ name }) => name === OPERATION_REQUESTED_BY,
  );
  return {
    phase: raw.phase,
    message: cutText(raw.message, options.longestMessage),
    startedAt: raw.startedAt,
    finishedAt: raw.finishedAt,
    initiatedBy: initiatorOf(initiatedBy),
    requestedBy: cutText(requester?.value, LONGEST_REQUESTER),
    dryRun: sync?.dryRun || undefined,
    revisions: revisionsOf(raw.syncResult),
  };
}

export function initiatorOf(
  raw: { username?: string; automated?: boolean } | undefined,
): string | undefined {
  return raw?.username || (raw?.automated ? 'automated' : undefined);
}

/** Where there are several sources, the single `revision` is empty. */
export function revisionsOf(raw: {
  revision?: string;
  revisions: string[];
}): string[] {
  if (raw.revisions.length > 0) {
    return raw.revisions;
  }
  return raw.revision ? [raw.revision] : [];
}
