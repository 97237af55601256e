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

import type { Request } from 'express';

/**
 * Whether a form comes from a page of this server: the pages have no sign-in, so any page open in the same browser could
 * press their buttons. Browsers send `Sec-Fetch-Site` or `Origin` with every POST; a program sends neither.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  const own = `${request.protocol}://${request.get('host')}`;
  return (
    (site === undefined || ['same-origin', 'none'].includes(site)) &&
    (origin === undefined || origin === own)
  );
}
