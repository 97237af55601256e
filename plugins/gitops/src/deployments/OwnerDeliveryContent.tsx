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
  Legible,
  UpstreamNotices,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { DeploymentsSection } from './DeploymentsSection';
import { useDeploymentsAddress } from './useDeploymentsAddress';
import { useOwnerDeployments } from './useDeployments';

/** The tab of a group or user: the figures and deployments of all that it owns and the reader may see. */
export function OwnerDeliveryContent() {
  const [address, change] = useDeploymentsAddress();
  const resource = useOwnerDeployments(address.days);
  return (
    <Legible>
      <DeploymentsSection
        resource={resource}
        address={address}
        onChange={change}
        notices={({ instances }) => (
          <UpstreamNotices system="Argo CD" instances={instances} />
        )}
      />
    </Legible>
  );
}
