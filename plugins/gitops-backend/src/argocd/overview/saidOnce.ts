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
  ApplicationOverview,
  ApplicationReason,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { plainMessage } from '../explain/plainMessage';

const COMPARED = 60;

type Words = Pick<
  ApplicationOverview,
  'healthMessage' | 'conditions' | 'operation' | 'reasons'
>;

/** Leaves out what a reason says already, so that an entity's answer stays within a few kilobytes. */
export function saidOnce<T extends Words>(overview: T): T {
  const { reasons, healthMessage, conditions, operation } = overview;
  if (!reasons?.length) {
    return { ...overview, reasons: undefined };
  }
  return {
    ...overview,
    healthMessage: isSaid(healthMessage, reasons) ? undefined : healthMessage,
    conditions: conditions.filter(({ message }) => !isSaid(message, reasons)),
    operation: operation && {
      ...operation,
      message: isSaid(operation.message, reasons)
        ? undefined
        : operation.message,
    },
  };
}

/** Reasons are cut: the beginning tells. */
function isSaid(
  message: string | undefined,
  reasons: ApplicationReason[],
): boolean {
  const start = plainMessage(message ?? '').slice(0, COMPARED);
  return start !== '' && reasons.some(reason => reason.message.includes(start));
}
