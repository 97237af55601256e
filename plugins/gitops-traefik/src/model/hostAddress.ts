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

import type { Route } from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * Where a host can be opened, where that is known: by HTTP, with or without TLS. A host that stands for several, such as
 * `*.acme.example`, has no address.
 */
export function hostAddress(
  { protocol, tls }: Pick<Route, 'protocol' | 'tls'>,
  host: string,
): string | undefined {
  if (
    protocol !== 'http' ||
    tls.ended === 'unknown' ||
    !/^[a-z0-9.-]+$/i.test(host)
  ) {
    return undefined;
  }
  return `${tls.ended === 'nowhere' ? 'http' : 'https'}://${host}`;
}
