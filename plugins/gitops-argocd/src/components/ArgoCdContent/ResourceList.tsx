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

import { useMemo, useState } from 'react';
import { Button, Flex, Switch } from '@backstage/ui';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { onlyUnhealthy } from '../../model/onlyUnhealthy';
import { resourceTree } from '../../model/resourceTree';
import { ResourcesTable } from './ResourcesTable';

// What a browser draws without a pause.
const AT_ONCE = 100;

/** The resource tree, all of it or only what is not well. */
export function ResourceList(props: { resources: ApplicationResource[] }) {
  const { resources } = props;
  const [unhealthyOnly, setUnhealthyOnly] = useState(false);
  const [limit, setLimit] = useState(AT_ONCE);
  const shown = useMemo(() => {
    const tree = resourceTree(resources);
    return unhealthyOnly ? onlyUnhealthy(tree) : tree;
  }, [resources, unhealthyOnly]);
  return (
    <Flex direction="column" gap="3">
      <Switch
        label="Only what is not healthy or not in sync"
        isSelected={unhealthyOnly}
        onChange={setUnhealthyOnly}
      />
      {shown.length === 0 ? (
        <EmptyNotice title="Every resource is healthy and in sync" />
      ) : (
        <ResourcesTable resources={shown.slice(0, limit)} />
      )}
      {shown.length > limit && (
        <div>
          <Button
            size="small"
            variant="secondary"
            onPress={() => setLimit(limit + AT_ONCE)}
          >
            {`Show more (${shown.length - limit} not shown)`}
          </Button>
        </div>
      )}
    </Flex>
  );
}
