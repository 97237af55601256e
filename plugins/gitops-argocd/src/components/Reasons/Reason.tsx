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

import { Link, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationReason } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Age,
  asSentence,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import styles from './Reasons.module.css';

/** One reason why an Application is not well; `hrefOf` leads to the resource that it is about. */
export function Reason(props: {
  reason: ApplicationReason;
  hrefOf?(resource: NonNullable<ApplicationReason['resource']>): string;
}) {
  const { reason, hrefOf } = props;
  const { kind, message, resource, since } = reason;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  return (
    <span className={styles.reason}>
      <Text variant="body-small" weight="bold">
        {t(`reason.${kind}`)}
      </Text>{' '}
      {asSentence(message)}
      {resource && hrefOf && (
        <>
          {' '}
          <Link className={styles.link} href={hrefOf(resource)}>
            {t('reason.show', { kind: resource.kind, name: resource.name })}
          </Link>
        </>
      )}
      {since && (
        <Text variant="body-small" color="secondary">
          {' '}
          <Age time={since} />
        </Text>
      )}
    </span>
  );
}
