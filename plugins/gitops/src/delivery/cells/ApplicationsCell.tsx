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
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { DeliveryRow } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  ExternalLink,
  HealthStatus,
  Lines,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTranslationRef } from '../../translation';
import type { Lack } from '../model/lackOf';
import styles from './cells.module.css';
import { LackText } from './LackText';
import { Small } from '../../small';

/** Each Application of an environment: whether it is what Git says, how well it is, and why not. */
export function ApplicationsCell(props: { row: DeliveryRow; lack?: Lack }) {
  const { row, lack } = props;
  const { t } = useTranslationRef(gitopsTranslationRef);
  return (
    <div className={styles.argocd}>
      <Lines>
        {row.applications.map(application => {
          const { instance, namespace, name, sync, health } = application;
          const { reason, url } = application;
          return (
            <Lines key={`${instance}/${namespace}/${name}`}>
              <SyncStatus status={sync} />
              <HealthStatus status={health} />
              {reason && <Small>{asSentence(reason)}</Small>}
              <Small>
                <ExternalLink
                  href={url}
                  label={url && t('applications.inArgoCd', { name })}
                  icon
                >
                  {name}
                </ExternalLink>
              </Small>
            </Lines>
          );
        })}
        {row.applications.length === 0 && !lack && (
          <Text color="secondary">{t('applications.none')}</Text>
        )}
        {lack && <LackText lack={lack} />}
      </Lines>
    </div>
  );
}
