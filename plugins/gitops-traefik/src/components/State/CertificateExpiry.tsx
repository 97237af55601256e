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
import { RiAlarmWarningFill, RiErrorWarningFill } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Finding,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Lines,
  StatusText,
  Until,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { certificateState } from '../../model/certificateState';
import { gitopsTraefikTranslationRef } from '../../translation';

const looks = {
  expiring: { icon: RiAlarmWarningFill, tone: 'attention' },
  expired: { icon: RiErrorWarningFill, tone: 'bad' },
} as const;

/** When a certificate ends, and that it is near, or past. */
export function CertificateExpiry(props: {
  route: Route;
  /** Of all routes. */
  findings: Finding[];
}) {
  const { route, findings } = props;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const state = certificateState(route, findings, Date.now());
  const { expiresAt = '' } = route.tls.certificate ?? {};
  const date = <Until time={expiresAt} />;
  if (!state) {
    return null;
  }
  if (state === 'valid') {
    return (
      <Text variant="body-small" color="secondary">
        {t('tls.expires', { date })}
      </Text>
    );
  }
  return (
    <Lines>
      <StatusText {...looks[state]}>{t(`tls.${state}`)}</StatusText>
      <Text variant="body-small">{date}</Text>
    </Lines>
  );
}
