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

import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DeploymentsSection } from './DeploymentsSection';
import { useDeploymentsAddress } from './useDeploymentsAddress';
import { useEntityDeployments } from './useDeployments';

/** The deployments of the entity of the page, and their figures. */
export function EntityDeployments() {
  const { entity } = useEntity();
  const [address, change] = useDeploymentsAddress();
  const resource = useEntityDeployments(address.days);
  return (
    <DeploymentsSection
      resource={resource}
      address={address}
      onChange={change}
      entityRef={stringifyEntityRef(entity)}
    />
  );
}
