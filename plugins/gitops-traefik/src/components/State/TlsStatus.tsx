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
  RiLock2Line,
  RiLockUnlockLine,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';

const looks = {
  traefik: { icon: RiLock2Line, tone: 'good' },
  before: { icon: RiLock2Line, tone: 'good' },
  backend: { icon: RiLock2Line, tone: 'good' },
  nowhere: { icon: RiLockUnlockLine, tone: 'attention' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** Where TLS is ended. */
export function TlsStatus({ tls, protocol }: Pick<Route, 'tls' | 'protocol'>) {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const { ended } = tls;
  return (
    <StatusText {...looks[ended]}>
      {ended === 'nowhere'
        ? t('tls.nowhere', { protocol: protocol.toUpperCase() })
        : t(`tls.${ended}`)}
    </StatusText>
  );
}
