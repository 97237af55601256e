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

import { useMemo, useRef, useState } from 'react';
import { Flex } from '@backstage/ui';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  filterResources,
  noFilter,
  type ResourceFilter,
} from '../../model/filterResources';
import { resourceKey } from '../../model/resourceKey';
import { resourceTree } from '../../model/resourceTree';
import { usePageAddress } from '../../routing';
import type { ViewProps } from '../View';
import { NoResourceFits } from './NoResourceFits';
import { ResourceFilters } from './ResourceFilters';
import { ResourcePanel } from './ResourcePanel';
import { ResourceTree } from './ResourceTree';
import styles from './ResourceBrowser.module.css';

/** The resource tree with its filters and, beside it, the resource that was chosen. */
export function ResourceBrowser(
  props: ViewProps & { resources: ApplicationResource[] },
) {
  const { resources } = props;
  const { address, go } = usePageAddress();
  const [filter, setFilter] = useState<ResourceFilter>(noFilter);
  const placed = useMemo(() => resourceTree(resources), [resources]);
  const shown = useMemo(
    () => filterResources(placed, filter),
    [placed, filter],
  );
  const tree = useRef<HTMLDivElement>(null);
  // Who opens a resource from the tree is led to it; who comes by its address is not.
  const [opened, setOpened] = useState<string>();

  const open = (resource: ApplicationResource) => {
    const key = resourceKey(resource);
    setOpened(key);
    go({ resource: key });
  };
  const close = () => {
    go({ resource: undefined });
    tree.current
      ?.querySelector<HTMLElement>('[role=row][tabindex="0"]')
      ?.focus();
  };
  return (
    <Flex direction="column" gap="3">
      <ResourceFilters
        resources={resources}
        shown={shown.length}
        filter={filter}
        onChange={setFilter}
      />
      <div className={address.resource ? styles.beside : undefined}>
        <div ref={tree} className={styles.tree}>
          {shown.length === 0 ? (
            <NoResourceFits
              filter={filter}
              onClear={() => setFilter(noFilter)}
            />
          ) : (
            <ResourceTree
              key={JSON.stringify(filter)}
              placed={shown}
              allOpen={filter !== noFilter}
              selected={address.resource}
              onSelect={open}
            />
          )}
        </div>
        {address.resource && (
          <ResourcePanel
            {...props}
            key={address.resource}
            resource={resources.find(
              resource => resourceKey(resource) === address.resource,
            )}
            takesFocus={opened === address.resource}
            onClose={close}
          />
        )}
      </div>
    </Flex>
  );
}
