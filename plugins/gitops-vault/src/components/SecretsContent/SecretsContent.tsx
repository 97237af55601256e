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
import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  EnvironmentSwitch,
  FindingsCard,
  Legible,
  untoldFindings,
  useEntitySecrets,
  useEnvironment,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { SecretsClaimContent, ValuesNote } from '../Notices';
import { ReferencesCard } from '../References';
import { PathCard } from './PathCard';

/** Each secret with its keys, versions and age, and what the cluster expects. */
export function SecretsContent() {
  const resource = useEntitySecrets();
  return (
    <Legible>
      <SecretsClaimContent resource={resource}>
        {value => <Secrets {...value} />}
      </SecretsClaimContent>
    </Legible>
  );
}

function Secrets(value: EntitySecrets) {
  const { items, references } = value;
  const environments = [
    ...new Set([...items, ...references].map(each => each.environment)),
  ];
  const [chosen, choose] = useEnvironment(environments);
  // What is of no environment is of each.
  const here = ({ environment }: { environment?: string }) =>
    chosen === undefined || environment === undefined || environment === chosen;
  return (
    <Flex direction="column" gap="4">
      <Flex direction="column" gap="3">
        <EnvironmentSwitch
          environments={environments}
          selected={chosen}
          onSelect={choose}
        />
        <ValuesNote />
      </Flex>
      <FindingsCard findings={untoldFindings(value).filter(here)} />
      {items.filter(here).map(path => (
        <PathCard
          key={JSON.stringify([
            path.server,
            path.namespace,
            path.mount,
            path.path,
            path.environment,
          ])}
          path={path}
        />
      ))}
      <ReferencesCard references={references.filter(here)} />
    </Flex>
  );
}
