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

import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatDeploymentsAddress,
  parseDeploymentsAddress,
  type DeploymentsAddress,
} from './deploymentsAddress';

/** What the address of the page says of the deployments, and how to change it. */
export function useDeploymentsAddress(): [
  DeploymentsAddress,
  (changes: Partial<DeploymentsAddress>) => void,
] {
  const [search, setSearch] = useSearchParams();
  const address = useMemo(() => parseDeploymentsAddress(search), [search]);
  const change = (changes: Partial<DeploymentsAddress>) =>
    setSearch(
      before =>
        formatDeploymentsAddress(
          { ...parseDeploymentsAddress(before), ...changes },
          before,
        ),
      { replace: true },
    );
  return [address, change];
}
