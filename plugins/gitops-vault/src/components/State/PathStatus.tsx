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
  RiCheckboxCircleFill,
  RiForbid2Line,
  RiGhostLine,
  RiLock2Fill,
  RiShieldKeyholeLine,
  RiWifiOffLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SecretPath } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsVaultTranslationRef } from '../../translation';

const looks = {
  ok: { icon: RiCheckboxCircleFill, tone: 'good' },
  denied: { icon: RiForbid2Line, tone: 'bad' },
  unproved: { icon: RiShieldKeyholeLine, tone: 'attention' },
  missing: { icon: RiGhostLine, tone: 'attention' },
  sealed: { icon: RiLock2Fill, tone: 'bad' },
  unreachable: { icon: RiWifiOffLine, tone: 'bad' },
} as const;

/** Whether what is at a path could be read, and if not, why. */
export function PathStatus({ status }: Pick<SecretPath, 'status'>) {
  const { t } = useTranslationRef(gitopsVaultTranslationRef);
  return <StatusText {...looks[status]}>{t(`path.${status}`)}</StatusText>;
}
