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

import type {
  RouteCertificate,
  RouteTls,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { TraefikCertificate } from '@gitops-platform/backstage-plugin-gitops-node';
import { certificateFor, endOf } from './certificateFor';
import { protocolOf, type SelectedRoute } from './RouteFacts';

const BEFORE =
  'TLS ends before Traefik, which therefore does not know the certificate';

/** Where TLS ends, and with which certificate. */
export function tlsOf(route: SelectedRoute, hosts: string[]): RouteTls {
  const { known, applied } = route;
  const tls = known
    ? known.router.router.tls
    : applied && appliedTls(applied.route.facts.tls);
  if (tls?.passthrough) {
    return {
      ended: 'backend',
      certificateReason:
        'Traefik passes TLS through to the backend, whose certificate it does not see',
    };
  }
  if (tls) {
    return {
      ended: 'traefik',
      resolver: tls.resolver,
      ...presented(route, hosts),
    };
  }
  if (known && protocolOf(route) !== 'udp') {
    return known.instance.config.tlsEndsBefore
      ? { ended: 'before', certificateReason: BEFORE }
      : { ended: 'nowhere' };
  }
  // An entry point may ask for TLS where the IngressRoute does not.
  return { ended: known ? 'nowhere' : 'unknown' };
}

function appliedTls(
  tls: { certResolver?: string; passthrough: boolean } | undefined,
) {
  return tls && { resolver: tls.certResolver, passthrough: tls.passthrough };
}

/** The certificate that ends first, of those that the hosts are shown with. */
function presented(
  { known }: SelectedRoute,
  hosts: string[],
): Pick<RouteTls, 'certificate' | 'certificateReason'> {
  const certificates = known?.instance.view?.certificates;
  if (!known) {
    return {
      certificateReason:
        'Traefik, which knows the certificate, cannot be asked',
    };
  }
  if (!certificates) {
    return {
      certificateReason:
        'This version of Traefik does not tell of its certificates',
    };
  }
  if (hosts.length === 0) {
    return {
      certificateReason:
        'The rule names no host, by which a certificate could be found',
    };
  }
  const found = hosts.map(host => certificateFor(host, certificates));
  const uncovered = hosts.filter((_, index) => !found[index]);
  const [first] = found
    .flatMap(certificate => certificate ?? [])
    .sort((a, b) => endOf(a) - endOf(b));
  return {
    certificate: first && shown(first),
    certificateReason:
      uncovered.length > 0
        ? `Traefik has no certificate for ${uncovered.join(
            ', ',
          )}, and presents its default one`
        : undefined,
  };
}

function shown(certificate: TraefikCertificate): RouteCertificate {
  const { subject, hosts, issuer, expiresAt } = certificate;
  return { subject, hosts, issuer, expiresAt };
}
