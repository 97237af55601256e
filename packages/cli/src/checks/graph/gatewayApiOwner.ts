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

import { overRenderings } from './overRenderings';

const GROUP = 'gateway.networking.k8s.io';

/** @internal */
export const gatewayApiOwner = overRenderings(
  'graph/gateway-api',
  'The CRDs of the Gateway API have one owner in each cluster',
  function* check({ applications }, { count }) {
    const owners = new Map<string, string>();
    for (const { addOn, part, cluster } of applications) {
      if (!addOn?.crds.includes(GROUP)) continue;
      if (part !== 'chart' && addOn.chart) continue;
      count('owners');
      const owner = owners.get(cluster);
      if (owner && owner !== addOn.name) {
        yield {
          file: `infrastructure/${addOn.name}/addon.yaml`,
          what: `${addOn.name} brings the CRDs of ${GROUP}, and so does ${owner}`,
          mend: 'Leave them to the add-on gateway-api; switch them off in the other chart.',
        };
      }
      owners.set(cluster, addOn.name);
    }
  },
);
