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

import { textAt, valueAt } from '../yaml';
import { overRenderings } from './overRenderings';

/** @internal */
export const replicaOwners = overRenderings(
  'graph/replicas',
  'What an autoscaler scales leaves replicas out',
  function* check({ manifests }, context) {
    for (const scaler of manifests) {
      const isScaledObject = scaler.kind === 'ScaledObject';
      if (scaler.kind !== 'HorizontalPodAutoscaler' && !isScaledObject)
        continue;
      context.count('autoscalers');
      const reference = valueAt(scaler.value, 'spec', 'scaleTargetRef');
      const kind =
        textAt(reference, 'kind') ?? (isScaledObject ? 'Deployment' : '');
      const name = textAt(reference, 'name');
      const target = manifests.find(
        one =>
          one.application === scaler.application &&
          one.kind === kind &&
          one.name === name,
      );
      if (target && valueAt(target.value, 'spec', 'replicas') !== undefined) {
        yield {
          file: target.file,
          line: target.line,
          what: `${kind} ${name} has replicas, which ${scaler.kind} ${scaler.name} scales: every sync undoes what the autoscaler did`,
          mend: 'Leave replicas out where autoscaling is on.',
        };
      } else if (!target) {
        yield {
          file: scaler.file,
          line: scaler.line,
          what: `${scaler.kind} ${scaler.name} scales ${kind} ${name}, which its Application does not have`,
          mend: 'Name what it should scale.',
        };
      }
    }
  },
  { samples: true },
);
