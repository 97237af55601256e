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

import type { NotificationPayload } from '@backstage/plugin-notifications-common';
import { parseEntityRef } from '@backstage/catalog-model';
import type { LedgerEntry } from '../deployments/ledger/LedgerEntry';
import type { StoredApplication } from '../argocd/store';

const TOPIC = 'gitops';

/** Of what is told. */
interface Subject {
  app: StoredApplication;
  /** Whose page it is on. */
  entityRef: string;
  environment: string;
}

/** That an Application is not well. What is told later of the same Application takes its place. */
export function degradedNotice(subject: Subject): NotificationPayload {
  const { app, environment } = subject;
  return {
    title: `${nameOf(subject)} is Degraded in ${environment}`,
    description: app.healthMessage,
    severity: 'high',
    ...common(subject, 'health'),
  };
}

/** That it is well again. */
export function recoveredNotice(subject: Subject): NotificationPayload {
  return {
    title: `${nameOf(subject)} is Healthy again in ${subject.environment}`,
    severity: 'low',
    ...common(subject, 'health'),
  };
}

/** That a version has come to another environment. */
export function landedNotice(
  subject: Subject,
  { version, deployedBy }: Pick<LedgerEntry, 'version' | 'deployedBy'>,
): NotificationPayload {
  const what = version ? ` ${version}` : '';
  return {
    title: `${nameOf(subject)}${what} runs in ${subject.environment}`,
    description: deployedBy && `Deployed by ${deployedBy}`,
    severity: 'low',
    ...common(subject, 'version'),
  };
}

function nameOf({ entityRef }: Subject): string {
  return parseEntityRef(entityRef).name;
}

function common({ app, entityRef }: Subject, about: string) {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  const path = [namespace, kind, name].map(encodeURIComponent).join('/');
  return {
    topic: TOPIC,
    link: `/catalog/${path}/delivery`,
    scope: [TOPIC, about, app.instance, app.namespace, app.name].join(':'),
  };
}
