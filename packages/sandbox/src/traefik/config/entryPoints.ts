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

const HTTP_ENTRY_POINT = {
  transport: {
    lifeCycle: { graceTimeOut: '10s' },
    respondingTimeouts: { readTimeout: '1m0s', idleTimeout: '3m0s' },
  },
  forwardedHeaders: {},
  http: { sanitizePath: true, maxHeaderBytes: 1_048_576 },
  http2: {
    maxConcurrentStreams: 250,
    maxDecoderHeaderTableSize: 4096,
    maxEncoderHeaderTableSize: 4096,
  },
  udp: { timeout: '3s' },
};

/** Where Traefik itself answers. */
export const INTERNAL_ENTRY_POINT = 'traefik';

/** By name, as its chart has them; nothing listens there. `dns` is of UDP. */
export const ENTRY_POINTS: Record<string, { address: string }> = {
  dns: { address: ':5353/udp', ...HTTP_ENTRY_POINT },
  traefik: { address: ':8080', ...HTTP_ENTRY_POINT },
  web: { address: ':8000', ...HTTP_ENTRY_POINT },
  websecure: { address: ':8443', ...HTTP_ENTRY_POINT },
};

/** Where TLS ends for every route, whatever it says itself, as the platform has it with `tls: cert-manager`. */
export const TLS_ENTRY_POINTS: ReadonlySet<string> = new Set(['websecure']);

/** Those that a router without any gets. */
export function defaultEntryPoints(udp: boolean): string[] {
  return Object.entries(ENTRY_POINTS)
    .filter(([name]) => name !== INTERNAL_ENTRY_POINT)
    .filter(([, { address }]) => address.endsWith('/udp') === udp)
    .map(([name]) => name);
}
