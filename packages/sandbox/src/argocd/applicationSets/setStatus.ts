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

import type { ApplicationSet, ApplicationSetCondition } from '../types';

/** The status of an ApplicationSet that made these Applications, or could not. */
export function applicationSetStatus(options: {
  names: string[];
  problem?: string;
  at: string;
}): ApplicationSet['status'] {
  const { names, problem, at } = options;
  const condition = (
    type: ApplicationSetCondition['type'],
    status: 'True' | 'False',
    reason: string,
    message: string,
  ): ApplicationSetCondition => ({
    type,
    message,
    lastTransitionTime: at,
    status,
    reason,
  });
  if (problem) {
    const reason = 'ApplicationGenerationFromParamsError';
    return {
      conditions: [
        condition('ErrorOccurred', 'True', reason, problem),
        condition('ParametersGenerated', 'False', 'ErrorOccurred', problem),
        condition('ResourcesUpToDate', 'False', reason, problem),
      ],
      health: { status: 'Degraded', message: problem },
    };
  }
  const done = 'All applications have been generated successfully';
  return {
    conditions: [
      condition('ErrorOccurred', 'False', 'ApplicationSetUpToDate', done),
      condition(
        'ParametersGenerated',
        'True',
        'ParametersGenerated',
        'Successfully generated parameters for all Applications',
      ),
      condition('ResourcesUpToDate', 'True', 'ApplicationSetUpToDate', done),
    ],
    resources: names.map(name => ({
      group: 'argoproj.io',
      version: 'v1alpha1',
      kind: 'Application',
      namespace: 'argocd',
      name,
      health: {},
    })),
    resourcesCount: names.length,
    health: { status: 'Healthy', message: done },
  };
}
