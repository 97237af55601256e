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
import type {
  ApplicationOperation,
  ApplicationOverview,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  ExternalLink,
  Facts,
  Lines,
  SyncStatus,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { destinationOf } from '../../model/describeSync';
import { gitopsArgocdTranslationRef } from '../../translation';
import { Deployed } from '../Deployed';
import { Version } from '../Version';
import { Health, LastOperation } from '../State';
import { SourceList } from './SourceList';

/** What is known of an Application, by name. */
export function ApplicationFacts(props: {
  application: ApplicationOverview;
  /** Newer than that of the overview, where it is known. */
  operation?: ApplicationOperation;
}) {
  const { application } = props;
  const { parent } = application;
  const operation = props.operation ?? application.operation;
  const { t } = useTranslationRef(gitopsArgocdTranslationRef);
  const published = application.links.slice(1);
  return (
    <Facts
      facts={[
        {
          name: t('header.sync'),
          value: <SyncStatus status={application.sync} />,
        },
        { name: t('header.health'), value: <Health {...application} /> },
        {
          name: t('header.version'),
          value: <Version version={application.version} />,
        },
        { name: t('header.deployed'), value: <Deployed {...application} /> },
        { name: t('header.environment'), value: application.environment },
        {
          name: t('header.operation'),
          value: operation && <LastOperation {...operation} />,
        },
        {
          name: t('header.destination'),
          value: destinationOf(application, t),
        },
        {
          name: t('header.policy'),
          value: application.autoSync
            ? t('header.policyAutomatic')
            : t('header.policyByHand'),
        },
        { name: t('header.project'), value: application.project },
        {
          name: t('header.parent'),
          value: parent && `${parent.kind} ${parent.name}`,
        },
        { name: t('header.instance'), value: application.instance },
        {
          name: t('header.sources'),
          value: <SourceList sources={application.sources} />,
        },
        {
          name: t('header.published'),
          value:
            published.length > 0 ? (
              <Lines>
                {published.map(link => (
                  <ExternalLink key={link} href={link} icon>
                    {link}
                  </ExternalLink>
                ))}
              </Lines>
            ) : undefined,
        },
      ]}
    />
  );
}
