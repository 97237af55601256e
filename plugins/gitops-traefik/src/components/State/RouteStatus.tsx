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

import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiGhostLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';

const looks = {
  enabled: { icon: RiCheckboxCircleFill, tone: 'good' },
  warning: { icon: RiAlertFill, tone: 'attention' },
  disabled: { icon: RiErrorWarningFill, tone: 'bad' },
  missing: { icon: RiGhostLine, tone: 'bad' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** Whether Traefik routes it. */
export function RouteStatus({ status }: Pick<Route, 'status'>) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return <StatusText {...looks[status]}>{t(`route.${status}`)}</StatusText>;
}
