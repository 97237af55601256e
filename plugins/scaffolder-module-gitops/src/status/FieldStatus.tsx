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

import {
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiLoader4Line,
  RiQuestionLine,
} from '@remixicon/react';
import type { FormCheckState } from '../check';
import styles from './FieldStatus.module.css';

const looks = {
  checking: RiLoader4Line,
  ok: RiCheckboxCircleFill,
  refused: RiErrorWarningFill,
  unavailable: RiQuestionLine,
} as const;

/** How the value of a field stands with the server, in words, below the field. */
export function FieldStatus(props: {
  /** What the field's `aria-describedby` names. */
  id?: string;
  /** What is wrong without asking anybody. */
  problem?: string;
  check: FormCheckState;
  /** Shown by the form already. */
  errors?: string[];
}) {
  const { id, problem, check, errors } = props;
  const { status, text } = describe(problem, check);
  const Icon = status && looks[status];
  const shown = Icon && !errors?.includes(text);
  // Always there, because a screen reader announces changes of what it knows already.
  return (
    <div id={id} role="status" className={styles.status}>
      {shown && (
        <>
          <Icon className={styles[status]} size={16} aria-hidden />
          <span>{text}</span>
        </>
      )}
    </div>
  );
}

function describe(
  problem: string | undefined,
  { checking, verdict }: FormCheckState,
): { status?: keyof typeof looks; text: string } {
  if (problem) {
    return { status: 'refused', text: problem };
  }
  if (checking) {
    return { status: 'checking', text: 'Checking…' };
  }
  switch (verdict?.status) {
    case 'ok':
      return { status: 'ok', text: verdict.message ?? 'You can use this.' };
    case 'refused':
      return {
        status: 'refused',
        text: verdict.message ?? 'The server refuses this value.',
      };
    case 'unavailable':
      return {
        status: 'unavailable',
        text:
          verdict.message ??
          'Not checked. The task checks it before anything is written.',
      };
    default:
      return { text: '' };
  }
}
