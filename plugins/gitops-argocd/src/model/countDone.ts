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

import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import { resultOf } from './resultOf';

/** How many of the resources of an operation are done, as far as Argo CD has come to them. */
export function countDone({ resources, omitted }: OperationProgress): {
  done: number;
  total: number;
} {
  return {
    // What failed or runs comes first, so that what is left out is done.
    done:
      omitted +
      resources.filter(resource => {
        const result = resultOf(resource);
        return (
          result !== 'Running' &&
          result !== 'Terminating' &&
          result !== 'waiting'
        );
      }).length,
    total: omitted + resources.length,
  };
}
