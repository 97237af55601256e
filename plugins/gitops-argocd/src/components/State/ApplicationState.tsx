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

import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  ApplicationOperation,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  HealthStatus,
  Lines,
  OperationStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Person } from '../Person';

/** How well an Application is, and for how long. */
export function Health({ health, healthSince }: ApplicationOverview) {
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Lines>
      <HealthStatus status={health} />
      {healthSince && (
        <Text variant="body-small" color="secondary">
          {t('header.healthFor', {
            age: <Age time={healthSince} form="duration" />,
          })}
        </Text>
      )}
    </Lines>
  );
}

/** How the operation that runs or ran last fares, when, and who asked for it. */
export function LastOperation(operation: ApplicationOperation) {
  const { startedAt, finishedAt, initiatedBy, requestedBy } = operation;
  return (
    <Lines>
      <OperationStatus {...operation} />
      <Text variant="body-small" color="secondary">
        {startedAt && <Age time={finishedAt ?? startedAt} />}
        {startedAt && ' · '}
        <Person name={requestedBy ?? initiatedBy} />
      </Text>
    </Lines>
  );
}
