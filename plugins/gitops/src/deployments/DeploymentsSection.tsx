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

import type { ReactNode } from 'react';
import { Flex } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  gitopsDeploymentReadPermission,
  type Deployments,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  LiveContent,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { FigureCards } from '../figures';
import { Section } from '../section';
import { gitopsTranslationRef } from '../translation';
import {
  chosenDeployments,
  environmentChoices,
  figuresOf,
} from './chosenDeployments';
import type { DeploymentsAddress } from './deploymentsAddress';
import { DeploymentsFilter } from './DeploymentsFilter';
import { DeploymentsNotes } from './DeploymentsNotes';
import { History } from './History';

/** The figures of what was deployed, and the deployments that they are computed from. */
export function DeploymentsSection(props: {
  resource: LiveResource<Deployments>;
  address: DeploymentsAddress;
  onChange(changes: Partial<DeploymentsAddress>): void;
  /** The service, where all are of one. */
  entityRef?: string;
  /** What is said above them. */
  notices?(deployments: Deployments): ReactNode;
}) {
  const { resource, address, onChange, entityRef, notices } = props;
  const { state } = resource;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <Section
      title={t('deployments.title')}
      aside={
        <DeploymentsFilter
          address={address}
          environments={environmentChoices(
            'value' in state ? state.value : undefined,
            address.environment,
          )}
          onChange={onChange}
        />
      }
    >
      <LiveContent
        resource={resource}
        what={t('deployments.what')}
        lines={8}
        permission={gitopsDeploymentReadPermission.name}
      >
        {deployments => (
          <Flex direction="column" gap="4">
            {notices?.(deployments)}
            <DeploymentsNotes deployments={deployments} />
            {deployments.environments.length > 0 && (
              <FigureCards
                figures={figuresOf(deployments, address.environment)}
                chosen={address.figure}
                onChoose={figure => onChange({ figure })}
              />
            )}
            <History
              key={`${address.environment} ${address.figure}`}
              deployments={chosenDeployments(deployments, address)}
              some={deployments.items.length > 0}
              entityRef={entityRef}
              figure={address.figure}
              onShowAll={() => onChange({ figure: undefined })}
            />
          </Flex>
        )}
      </LiveContent>
    </Section>
  );
}
