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

import { useEffect, useId, useRef } from 'react';
import { ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ApplicationResource } from '@gitops-platform/backstage-plugin-gitops-common';
import { EmptyNotice } from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsArgocdTranslationRef } from '../../translation';
import type { ViewProps } from '../View';
import { ResourceDetails } from './ResourceDetails';
import styles from './ResourcePanel.module.css';

/** One resource of the tree, closer: what it is, what happened to it and, of a pod, its log. */
export function ResourcePanel(
  props: ViewProps & {
    /** `undefined` where it is not there any more. */
    resource?: ApplicationResource;
    takesFocus: boolean;
    onClose(): void;
  },
) {
  const { resource, takesFocus, onClose, ...view } = props;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) {
      heading.current?.focus();
    }
  }, [takesFocus]);
  return (
    <section className={styles.panel} aria-labelledby={title}>
      <Flex justify="between" align="start" gap="2">
        <div className={styles.title}>
          <Text variant="body-small" color="secondary">
            {resource?.kind}
          </Text>
          <h3 id={title} ref={heading} tabIndex={-1} className={styles.heading}>
            {resource?.name ?? t('resource.gone')}
          </h3>
        </div>
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={t('resource.close')}
          icon={<RiCloseLine aria-hidden />}
          onPress={onClose}
        />
      </Flex>
      {resource ? (
        <ResourceDetails {...view} resource={resource} />
      ) : (
        <EmptyNotice title={t('resource.goneHint')} />
      )}
    </section>
  );
}
