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

import { Flex } from '@backstage/ui';
import type { EntityRoutes } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EnvironmentSwitch,
  FindingsCard,
  Legible,
  untoldFindings,
  useEntityRoutes,
  useEnvironment,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { RoutesClaimContent } from '../Notices';
import { RouteSection } from './RouteSection';

/** Each route from its entry points to its servers. */
export function RoutesContent() {
  const resource = useEntityRoutes();
  return (
    <Legible>
      <RoutesClaimContent resource={resource}>
        {value => <Routes {...value} />}
      </RoutesClaimContent>
    </Legible>
  );
}

function Routes(value: EntityRoutes) {
  const { items, instances } = value;
  const findings = untoldFindings(value);
  const environments = [
    ...new Set(items.map(({ environment }) => environment)),
  ];
  const [chosen, choose] = useEnvironment(environments);
  // What is of no environment is of each.
  const here = ({ environment = chosen }: { environment?: string }) =>
    chosen === undefined || environment === chosen;
  return (
    <Flex direction="column" gap="4">
      <EnvironmentSwitch
        environments={environments}
        selected={chosen}
        onSelect={choose}
      />
      <FindingsCard findings={findings.filter(here)} />
      {items.filter(here).map(route => (
        <RouteSection
          key={route.id}
          route={route}
          findings={findings}
          replicas={
            instances.find(({ name }) => name === route.instance)?.replicas
          }
        />
      ))}
    </Flex>
  );
}
