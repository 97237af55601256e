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

import {
  getCompoundEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  gitopsSignalChannel,
  type GitOpsApi,
  type GitOpsRequestOptions,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { useGitOpsApi } from '../api';
import {
  useLiveResource,
  type LiveResource,
  type UseLiveResourceOptions,
} from '../live';
import { withoutFetchTimes } from '../live/withoutFetchTimes';

/**
 * Options of {@link useEntityAnswer}.
 * @public
 */
export type UseEntityAnswerOptions<T> = {
  /** Asks the backend about the entity. */
  load(
    api: GitOpsApi,
    entityRef: CompoundEntityRef,
    options: GitOpsRequestOptions,
  ): Promise<T>;
  /** What it depends on besides the entity, such as the time that is asked for. Another one begins with `loading`. */
  key?: string;
} & Pick<UseLiveResourceOptions<T>, 'paceSeconds' | 'follow' | 'version'>;

/**
 * What the backend answers about the entity of the page, followed without a reload.
 * @public
 */
export function useEntityAnswer<T>(
  options: UseEntityAnswerOptions<T>,
): LiveResource<T> {
  const { load, key = '', ...rest } = options;
  const { entity } = useEntity();
  const api = useGitOpsApi();
  const entityRef = stringifyEntityRef(entity);
  return useLiveResource<T>({
    ...rest,
    key: `${entityRef} ${key}`,
    channel: gitopsSignalChannel(entityRef),
    load: (signal, waitSeconds) =>
      load(api, getCompoundEntityRef(entity), { signal, waitSeconds }),
    fingerprint: withoutFetchTimes,
  });
}
