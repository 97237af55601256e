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
import type { RouteService } from '@gitops-platform/backstage-plugin-gitops-common';
import { gitopsReactTranslationRef } from '@gitops-platform/backstage-plugin-gitops-react';
import { percentText } from '../../model/percentText';
import { gitopsTraefikTranslationRef } from '../../translation';
import styles from './Services.module.css';

/** How much of the requests a service gets that others share with it: in words, with a bar beside them. */
export function Share(props: {
  service: RouteService;
  parentKind?: string;
  isFirst: boolean;
}) {
  const { service, parentKind, isFirst } = props;
  const words = useShareText(service, parentKind, isFirst);
  if (!words) {
    return null;
  }
  const { percent } = service;
  return (
    <div className={styles.share}>
      {percent !== undefined && (
        <span className={styles.bar} aria-hidden>
          <span
            className={styles.filled}
            style={{ inlineSize: `${Math.min(percent, 100)}%` }}
          />
        </span>
      )}
      <span className={styles.quiet}>{words}</span>
    </div>
  );
}

function useShareText(
  { percent, weight }: RouteService,
  parentKind: string | undefined,
  isFirst: boolean,
): string | undefined {
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  const { t: shared } = useTranslationRef(gitopsReactTranslationRef);
  const share =
    percent === undefined
      ? undefined
      : percentText(percent, shared('time.locale'));
  switch (parentKind) {
    case undefined:
      return undefined;
    case 'mirroring':
      return share && !isFirst
        ? t('service.mirrored', { percent: share })
        : t('service.answers');
    case 'failover':
      return isFirst ? t('service.first') : t('service.fallback');
    default:
      if (share && weight !== undefined) {
        return t('service.share', { percent: share, weight: String(weight) });
      }
      if (share) {
        return t('service.shareOnly', { percent: share });
      }
      return weight === undefined
        ? undefined
        : t('service.weight', { weight: String(weight) });
  }
}
