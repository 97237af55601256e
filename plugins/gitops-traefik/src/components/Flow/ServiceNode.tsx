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

import { RiAlertFill, RiErrorWarningFill } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { RouteService } from '@gitops-platform/backstage-plugin-gitops-common';
import { StatusText } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import { Servers } from './Servers';
import styles from './Services.module.css';
import { ServiceTree } from './ServiceTree';
import { Share } from './Share';

const kinds = ['loadBalancer', 'weighted', 'mirroring', 'failover'] as const;

/** One service: how much it gets, how it fares, its servers or the services that it is made of. */
export function ServiceNode(props: {
  service: RouteService;
  parentKind?: string;
  isFirst: boolean;
}) {
  const { service, parentKind, isFirst } = props;
  const { name, status, errors, services } = service;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const kind = kinds.find(each => each === service.kind);
  return (
    <div className={styles.node}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>
          {kind ? t(`service.${kind}`) : service.kind}
        </span>
        {(status === 'disabled' || status === 'warning') && (
          <StatusText
            icon={status === 'disabled' ? RiErrorWarningFill : RiAlertFill}
            tone={status === 'disabled' ? 'bad' : 'attention'}
          >
            {t(`service.${status}`)}
          </StatusText>
        )}
      </div>
      <Share service={service} parentKind={parentKind} isFirst={isFirst} />
      {errors.map(error => (
        <span key={error} className={styles.error}>
          {error}
        </span>
      ))}
      {services.length > 0 ? (
        <ServiceTree
          services={services}
          parentKind={service.kind}
          label={t('service.members', { name })}
        />
      ) : (
        <Servers service={service} />
      )}
    </div>
  );
}
