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

import { createHash } from 'node:crypto';
import type { Configuration } from './Configuration';
import { hostsOf } from './ruleProblem';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a made-up certificate holds. */
const VALID_DAYS = 90;

/** A certificate as the API describes it. */
export interface Certificate {
  name: string;
  sans: string[];
  notAfter: string;
  notBefore: string;
  serialNumber: string;
  commonName: string;
  issuerOrg: string;
  issuerCN: string;
  version: string;
  keyType: string;
  keySize: number;
  signatureAlgorithm: string;
  certFingerprint: string;
  publicKeyFingerprint: string;
  status: 'enabled' | 'warning' | 'expired';
}

const digest = (text: string) =>
  createHash('sha256').update(text).digest('hex');

/** RFC 3339 as Go writes whole seconds. */
const seconds = (time: number) =>
  `${new Date(time).toISOString().slice(0, 19)}Z`;

function statusOf(notAfter: number, now: number): Certificate['status'] {
  if (notAfter < now) {
    return 'expired';
  }
  return notAfter - now < 30 * DAY_MS ? 'warning' : 'enabled';
}

/** The name that a certificate has for a host: the wildcard of its domain. */
function sanOf(host: string): string {
  const [, ...domain] = host.split('.');
  return domain.length > 1 ? `*.${domain.join('.')}` : host;
}

/** Whether a certificate's name covers a host. */
export function covers(san: string, host: string): boolean {
  return san === host || san === sanOf(host);
}

/**
 * The certificates that the routers with TLS would have: a wildcard for each domain. `endings` has the ends that somebody
 * has set, by name.
 */
export function certificatesOf(
  { http, tcp }: Configuration,
  options: { issuedAt: number; endings: Record<string, string>; now: number },
): Certificate[] {
  const routers = [...http.routers.values(), ...tcp.routers.values()];
  const hosts = routers
    .filter(({ tls }) => tls && tls.passthrough !== true)
    .flatMap(({ rule = '' }) => hostsOf(rule))
    .filter(host => host !== '*');
  const sans = [...new Set(hosts.map(sanOf))].sort();
  return sans.map(san => {
    const ending = options.endings[san];
    const notAfter = ending
      ? Date.parse(ending)
      : options.issuedAt + VALID_DAYS * DAY_MS;
    const fingerprint = digest(`certificate ${san} ${notAfter}`);
    return {
      name: fingerprint,
      sans: [san],
      notAfter: seconds(notAfter),
      notBefore: seconds(notAfter - VALID_DAYS * DAY_MS),
      serialNumber: BigInt(`0x${digest(san).slice(0, 16)}`).toString(),
      commonName: san,
      issuerOrg: 'Sandbox',
      issuerCN: 'Sandbox CA',
      version: 'v3',
      keyType: 'ECDSA',
      keySize: 256,
      signatureAlgorithm: 'ECDSA-SHA256',
      certFingerprint: fingerprint,
      publicKeyFingerprint: digest(`key ${san}`),
      status: statusOf(notAfter, options.now),
    };
  });
}
