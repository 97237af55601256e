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
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiGhostLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { DeliveryRow } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../translation';

const looks = {
  well: { icon: RiCheckboxCircleFill, tone: 'good' },
  attention: { icon: RiAlertFill, tone: 'attention' },
  broken: { icon: RiErrorWarningFill, tone: 'bad' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
  missing: { icon: RiGhostLine, tone: 'attention' },
} as const;

/** How an environment fares, in a word. */
export function RowState({ state }: Pick<DeliveryRow, 'state'>) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  return <StatusText {...looks[state]}>{t(`rowState.${state}`)}</StatusText>;
}
