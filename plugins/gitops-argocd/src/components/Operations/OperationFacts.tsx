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

import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OperationProgress } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  Facts,
  OperationStatus,
  Took,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Person } from '../Person';

/** An operation at a glance: how it fares, since when, for whom, and what Argo CD says of it. */
export function OperationFacts(props: { operation: OperationProgress }) {
  const { operation } = props;
  const { startedAt, finishedAt, message, retries } = operation;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <Facts
      facts={[
        {
          name: t('progress.phase'),
          value: <OperationStatus {...operation} />,
        },
        {
          name: t('progress.started'),
          value: startedAt && <Age time={startedAt} />,
        },
        {
          name: finishedAt ? t('progress.took') : t('progress.running'),
          value:
            startedAt &&
            (finishedAt ? (
              <Took from={startedAt} to={finishedAt} />
            ) : (
              <Age time={startedAt} form="duration" />
            )),
        },
        {
          name: t('progress.by'),
          value: (
            <Person name={operation.requestedBy ?? operation.initiatedBy} />
          ),
        },
        {
          name: t('progress.retries'),
          value: retries ? String(retries) : undefined,
        },
        { name: t('progress.message'), value: message },
      ]}
    />
  );
}
