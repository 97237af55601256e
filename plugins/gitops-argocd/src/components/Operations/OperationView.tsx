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

import { Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApplicationOperations,
  OperationProgress,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { LiveResource } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ViewContent, type ViewProps } from '../View';
import { OperationFacts } from './OperationFacts';
import { OperationResults } from './OperationResults';

/** The operation that runs or ran last, and what became of each resource, followed while it runs. */
export function OperationView(
  props: ViewProps & { resource: LiveResource<ApplicationOperations> },
) {
  const { application, resource } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <ViewContent
      application={application}
      resource={resource}
      what={t('progress.what')}
      isEmpty={({ operation }) => operation === undefined}
      empty={{ title: t('progress.empty'), hint: t('progress.emptyHint') }}
    >
      {({ operation }) => operation && <Operation operation={operation} />}
    </ViewContent>
  );
}

function Operation({ operation }: { operation: OperationProgress }) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Flex direction="column" gap="4">
      {operation.dryRun && <Text>{t('progress.dryRunHint')}</Text>}
      <OperationFacts operation={operation} />
      <OperationResults operation={operation} />
    </Flex>
  );
}
