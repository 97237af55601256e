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
  RiArrowDownCircleFill,
  RiCheckboxCircleFill,
  RiQuestionLine,
} from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RouteService } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Services.module.css';

const looks = {
  up: { icon: RiCheckboxCircleFill, tone: 'good' },
  down: { icon: RiArrowDownCircleFill, tone: 'bad' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** The servers of a service, and how Traefik finds each. */
export function Servers({ service }: { service: RouteService }) {
  const { name, servers } = service;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return servers.length > 0 ? (
    <ul className={styles.servers} aria-label={t('service.servers', { name })}>
      {servers.map(({ address, status }) => (
        <li key={address}>
          <StatusText {...looks[status]}>{t(`server.${status}`)}</StatusText>
          <code className={styles.address}>{address}</code>
        </li>
      ))}
    </ul>
  ) : (
    <span className={styles.quiet}>
      {service.status === 'unknown'
        ? t('service.serversUnknown')
        : t('service.noServer')}
    </span>
  );
}
