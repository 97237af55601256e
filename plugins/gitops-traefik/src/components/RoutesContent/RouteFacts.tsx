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
  Finding,
  Route,
  UpstreamStatusReplicas,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  Facts,
  RemedyLink,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import { RouteStatus } from '../State';
import { BackendsFact } from './BackendsFact';
import { CertificateFact } from './CertificateFact';
import { TlsFact } from './TlsFact';

/** What is known of a route, by name. */
export function RouteFacts(props: {
  route: Route;
  /** Of all routes. */
  findings: Finding[];
  /** Of its instance. */
  replicas?: UpstreamStatusReplicas;
}) {
  const { route, findings, replicas } = props;
  const { environment, cluster, status, priority, resource } = route;
  const { application, instance, tls } = route;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <Facts
      facts={[
        {
          name: t('facts.environment'),
          value: [environment, cluster].filter(Boolean).join(' · '),
        },
        { name: t('facts.status'), value: <RouteStatus status={status} /> },
        { name: t('facts.tls'), value: <TlsFact {...route} /> },
        {
          name: t('facts.certificate'),
          value:
            tls.certificate || tls.certificateReason ? (
              <CertificateFact route={route} findings={findings} />
            ) : undefined,
        },
        {
          name: t('facts.backends'),
          value: <BackendsFact route={route} />,
        },
        { name: t('facts.priority'), value: priority },
        {
          name: t('facts.resource'),
          value:
            resource &&
            `${resource.kind} ${[resource.namespace, resource.name]
              .filter(Boolean)
              .join('/')}`,
        },
        {
          name: t('facts.application'),
          value: application && (
            <RemedyLink
              remedy={{ label: application.name, tab: 'argocd', application }}
            />
          ),
        },
        {
          name: t('facts.instance'),
          value:
            instance && replicas
              ? t('facts.replicas', {
                  name: instance,
                  answering: String(replicas.answering),
                  total: String(replicas.total),
                })
              : instance,
        },
      ]}
    />
  );
}
