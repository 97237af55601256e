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

import type { TraefikCertificate } from '@gitops-platform/backstage-plugin-gitops-node';

/** The certificate that Traefik presents for a host: one that names it, else one with a wildcard for it. */
export function certificateFor(
  host: string,
  certificates: TraefikCertificate[],
): TraefikCertificate | undefined {
  const name = host.toLowerCase();
  const wildcard = name.replace(/^[^.]+/, '*');
  return (
    latestOf(certificates.filter(one => namesOf(one).includes(name))) ??
    latestOf(certificates.filter(one => namesOf(one).includes(wildcard)))
  );
}

function namesOf({ hosts, subject }: TraefikCertificate): string[] {
  // Alternative names alone count where there are any (RFC 9525).
  const names = hosts.length > 0 ? hosts : [subject ?? ''];
  return names.map(name => name.toLowerCase());
}

function latestOf(
  certificates: TraefikCertificate[],
): TraefikCertificate | undefined {
  return [...certificates].sort((a, b) => endOf(b) - endOf(a))[0];
}

/** Of one that does not say, nothing is feared. */
export function endOf({ expiresAt }: { expiresAt?: string }): number {
  return expiresAt === undefined ? Infinity : Date.parse(expiresAt);
}
