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

import type { EntitySecrets } from '@gitops-platform/backstage-plugin-gitops-common';
import type { LiveResource } from '../live';
import { useEntityAnswer } from './useEntityAnswer';

// Each read is audited: what is not announced can wait a minute.
const PACE_SECONDS = 60;

/**
 * What is known of the secrets that the entity of the page claims, never their values, followed without a reload.
 * @public
 */
export function useEntitySecrets(): LiveResource<EntitySecrets> {
  return useEntityAnswer<EntitySecrets>({
    load: (api, ...request) => api.getEntitySecrets(...request),
    paceSeconds: () => PACE_SECONDS,
  });
}
