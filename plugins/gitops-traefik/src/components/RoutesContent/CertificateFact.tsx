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
import type {
  Finding,
  Route,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  asSentence,
  Lines,
} from '@gitops-platform/backstage-plugin-gitops-react';
import { gitopsTraefikTranslationRef } from '../../translation';
import { CertificateExpiry } from '../State';

/** For what a certificate is, by whom and until when; and what is not known of it, and why. */
export function CertificateFact(props: { route: Route; findings: Finding[] }) {
  const { certificate, certificateReason } = props.route.tls;
  const { t } = useTranslationRef(gitopsTraefikTranslationRef);
  return (
    <Lines>
      {certificate && (
        <span>{certificate.hosts.join(', ') || certificate.subject}</span>
      )}
      <CertificateExpiry {...props} />
      {certificate && !certificate.expiresAt && (
        <Text variant="body-small" color="secondary">
          {t('tls.noExpiry')}
        </Text>
      )}
      {certificate?.issuer && (
        <Text variant="body-small" color="secondary">
          {t('facts.issuer', { issuer: certificate.issuer })}
        </Text>
      )}
      {certificateReason && (
        <Text
          variant={certificate ? 'body-small' : 'body-medium'}
          color="secondary"
        >
          {asSentence(certificateReason)}
        </Text>
      )}
    </Lines>
  );
}
