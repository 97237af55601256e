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
  RiArrowUpCircleFill,
  RiCheckboxCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import type { SyncStatus as SyncStatusName } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '../../translation';
import { StatusText } from './StatusText';

const looks = {
  Synced: { icon: RiCheckboxCircleFill, tone: 'good' },
  OutOfSync: { icon: RiArrowUpCircleFill, tone: 'attention' },
  Unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/**
 * Props of {@link SyncStatus}.
 * @public
 */
export type SyncStatusProps = { status: SyncStatusName };

/**
 * Whether what runs is what Git says.
 * @public
 */
export function SyncStatus({ status }: SyncStatusProps) {
  const { t } = useTranslationRef(gitopsReactTranslationRef);
  return <StatusText {...looks[status]}>{t(`sync.${status}`)}</StatusText>;
}
