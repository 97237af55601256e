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

import type { Tree } from '../../../tree';
import {
  isRecord,
  listAt,
  recordAt,
  YamlDocument,
  type YamlPath,
} from '../../yaml';

/** A workflow or a composite action. @internal */
export interface Workflow {
  file: string;
  text: string;
  document: YamlDocument;
  value: Record<string, unknown>;
  isAction: boolean;
}

/** A step, with where it stands. @internal */
export interface Step {
  value: Record<string, unknown>;
  path: YamlPath;
}

const FILES =
  /(^|\/)\.github\/(workflows\/[^/]+\.ya?ml|actions\/.+\/action\.ya?ml)$/;

/** The workflows and actions of a tree. @internal */
export function workflowsOf(tree: Tree): Workflow[] {
  return [...tree].flatMap(([file, text]) => {
    if (!FILES.test(file)) return [];
    const [document] = YamlDocument.parseAll(text);
    const value = document?.object;
    return document && value
      ? [{ file, text, document, value, isAction: file.includes('/actions/') }]
      : [];
  });
}

/** Every step of every job, and jobs that call another workflow. @internal */
export function stepsOf({ value }: Workflow): Step[] {
  const own = listAt(value, 'runs', 'steps').map((step, index) => ({
    value: step,
    path: ['runs', 'steps', index],
  }));
  const jobs = Object.keys(recordAt(value, 'jobs')).flatMap(job => [
    { value: recordAt(value, 'jobs', job), path: ['jobs', job] },
    ...listAt(value, 'jobs', job, 'steps').map((step, index) => ({
      value: step,
      path: ['jobs', job, 'steps', index],
    })),
  ]);
  return [...own, ...jobs].flatMap(({ value: step, path }) =>
    isRecord(step) ? [{ value: step, path }] : [],
  );
}
