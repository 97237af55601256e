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

import { Fragment } from 'react';
import { Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DeliveryRoute,
  DeliveryRow,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  RiAlertFill,
  RiCheckboxCircleFill,
  RiErrorWarningFill,
  RiQuestionLine,
} from '@remixicon/react';
import {
  ExternalLink,
  Lines,
  StatusText,
  Until,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import type { Lack } from '../model/lackOf';
import styles from './cells.module.css';
import { LackText } from './LackText';
import { Small } from '../../small';

const looks = {
  enabled: { icon: RiCheckboxCircleFill, tone: 'good' },
  warning: { icon: RiAlertFill, tone: 'attention' },
  disabled: { icon: RiErrorWarningFill, tone: 'bad' },
  missing: { icon: RiErrorWarningFill, tone: 'bad' },
  unknown: { icon: RiQuestionLine, tone: 'quiet' },
} as const;

/** Each host of an environment: whether it is routed, where TLS ends and until when, and whether anything answers. */
export function RoutesCell({ row, lack }: { row: DeliveryRow; lack?: Lack }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <div className={styles.routes}>
      <Lines>
        {row.routes.map((route, index) => (
          <Route key={`${index} ${route.host}`} route={route} />
        ))}
        {row.routes.length === 0 && !lack && (
          <Text color="secondary">{t('route.none')}</Text>
        )}
        {lack && <LackText lack={lack} />}
      </Lines>
    </div>
  );
}

function Route({ route }: { route: DeliveryRoute }) {
  const { host, url, status, tlsEnded, certificateExpiresAt, backends } = route;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <Lines>
      <ExternalLink href={url}>
        {host.split('.').map((label, index) => (
          <Fragment key={`${index} ${label}`}>
            {index > 0 && (
              <>
                .<wbr />
              </>
            )}
            {label}
          </Fragment>
        ))}
      </ExternalLink>
      <StatusText {...looks[status]}>{t(`route.status.${status}`)}</StatusText>
      {backends && (
        <span title={backends.evidence.join('\n')}>
          <StatusText {...lookOf(backends)}>
            {t('route.alive', {
              alive: String(backends.alive),
              total: String(backends.total),
            })}
          </StatusText>
        </span>
      )}
      <Small>{t(`route.tls.${tlsEnded}`)}</Small>
      {certificateExpiresAt && <Certificate expiresAt={certificateExpiresAt} />}
    </Lines>
  );
}

function Certificate({ expiresAt }: { expiresAt: string }) {
  const { t } = useTranslationRef(gitopsTranslationRef);
  const time = <Until time={expiresAt} />;
  return Date.parse(expiresAt) <= Date.now() ? (
    <StatusText {...looks.disabled}>{t('route.ended', { time })}</StatusText>
  ) : (
    <Small>{t('route.expires', { time })}</Small>
  );
}

function lookOf({ alive, total }: NonNullable<DeliveryRoute['backends']>) {
  if (alive === 0) {
    return looks.disabled;
  }
  return alive < total ? looks.warning : looks.enabled;
}
