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

import type { Finding } from '@gitops-platform/backstage-plugin-gitops-common';
import { Duration } from 'luxon';
import { endOf } from '../routes/certificateFor';
import {
  applicationRemedy,
  dashboardRemedy,
  placeOf,
  titleOf,
  type FindingContext,
  type FoundRoute,
} from './FoundRoute';

/** That a certificate has ended, or is about to. */
export function certificateFindings(
  { route }: FoundRoute,
  context: Pick<FindingContext, 'now' | 'certificateWarningMs'>,
): Finding[] {
  const { certificate, resolver } = route.tls;
  if (!certificate) {
    return [];
  }
  const { now, certificateWarningMs } = context;
  const left = endOf(certificate) - now;
  if (!(left < certificateWarningMs)) {
    return [];
  }
  const { expiresAt, issuer, hosts } = certificate;
  const expired = left <= 0;
  const title = titleOf(route);
  return [
    {
      ...placeOf(route),
      kind: expired ? 'certificateExpired' : 'certificateExpiring',
      severity: expired ? 'error' : 'warning',
      message: expired
        ? `The certificate of ${title} has ended, and browsers refuse it`
        : `The certificate of ${title} ends in ${inWords(left)}`,
      since: expired ? expiresAt : undefined,
      evidence: [
        `Ends ${expiresAt}`,
        `For ${hosts.join(', ') || certificate.subject}${
          issuer ? `, issued by ${issuer}` : ''
        }`,
        resolver
          ? `Traefik's resolver '${resolver}' should renew it`
          : 'It is not renewed by Traefik: it comes from a Secret or a file',
      ],
      remedy: dashboardRemedy(route.url) ?? applicationRemedy(route),
    },
  ];
}

function inWords(milliseconds: number): string {
  const { days, hours } = Duration.fromMillis(milliseconds).shiftTo(
    'days',
    'hours',
  );
  const [count, unit] =
    days >= 1 ? [Math.floor(days), 'day'] : [Math.floor(hours), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
