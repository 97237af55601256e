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

import type { ReactNode } from 'react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useSearchParams } from 'react-router-dom';
import type {
  ApplicationOperation,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { ExternalLink } from '@gitops-platform/backstage-plugin-gitops-react';
import { applicationReasons } from '../../model/applicationReasons';
import { gitopsArgocdTranslationRef } from '../../translation';
import { ReasonNote } from '../Reasons';
import { resourceQuery } from '../../routing';
import { ApplicationFacts } from './ApplicationFacts';
import styles from './ApplicationHeader.module.css';

/** What is known of an Application at a glance, why it is not well, and below that what one may do with it. */
export function ApplicationHeader(props: {
  application: ApplicationOverview;
  /** The one that runs or ran last, as it is now. */
  operation?: ApplicationOperation;
  children: ReactNode;
}) {
  const { application, operation, children } = props;
  const { name, binding, links } = application;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const [search] = useSearchParams();
  const reasons = applicationReasons(application, t);
  return (
    <Card>
      <CardHeader>
        <Flex justify="between" align="center" gap="3">
          <Text
            as="h2"
            variant="title-x-small"
            weight="bold"
            className={styles.name}
          >
            {name}
          </Text>
          {binding.status === 'proved' && (
            <span className={styles.link}>
              <ExternalLink
                href={links[0]}
                label={t('header.openLabel', { name })}
                icon
              >
                {t('header.open')}
              </ExternalLink>
            </span>
          )}
        </Flex>
      </CardHeader>
      <CardBody>
        <Flex direction="column" gap="4">
          {reasons.length > 0 && (
            <section aria-label={t('reason.title')}>
              <ReasonNote
                reasons={reasons}
                atFirst={3}
                hrefOf={resource => `?${resourceQuery(search, resource)}`}
              />
            </section>
          )}
          {children}
          <ApplicationFacts application={application} operation={operation} />
        </Flex>
      </CardBody>
    </Card>
  );
}
