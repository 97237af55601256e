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
  RiErrorWarningFill,
  RiGhostLine,
  RiHeart3Fill,
  RiLoader4Line,
  RiPauseCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import type { HealthStatus as HealthStatusName } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '../../translation';
import { StatusText } from './StatusText';

const looks = {
  Healthy: { icon: RiHeart3Fill, tone: 'good' },
  Progressing: { icon: RiLoader4Line, tone: 'busy' },
  Degraded: { icon: RiErrorWarningFill, tone: 'bad' },
  Suspended: { icon: RiPauseCircleFill, tone: 'attention' },
  Missing: { icon: RiGhostLine, tone: 'attention' },
  Unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/**
 * Props of {@link HealthStatus}.
 * @public
 */
export type HealthStatusProps = { status: HealthStatusName };

/**
 * Whether what runs is well.
 * @public
 */
export function HealthStatus({ status }: HealthStatusProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return <StatusText {...looks[status]}>{t(`health.${status}`)}</StatusText>;
}
