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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationOperations } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  LiveContent,
  type LiveResource,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import type { ViewProps } from '../View';
import { OperationBar } from './OperationBar';
import { OperationStrip } from './OperationStrip';
import { PhaseAnnouncer } from './PhaseAnnouncer';

/** What one may have Argo CD do with an Application, and how far it is with it. */
export function Operations(
  props: ViewProps & { resource: LiveResource<ApplicationOperations> },
) {
  const { application, resource } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  // The notice beside it says how to prove the claim; a row of disabled buttons would say it again.
  const proved = application.binding.status === 'proved';
  return (
    <LiveContent resource={resource} what={t('operations.what')} lines={1}>
      {operations => (
        <Flex direction="column" gap="3">
          {proved && operations.actions.length > 0 && (
            <OperationBar {...props} operations={operations} />
          )}
          {operations.operation && (
            <OperationStrip operation={operations.operation} />
          )}
          <PhaseAnnouncer operation={operations.operation} />
        </Flex>
      )}
    </LiveContent>
  );
}
