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

import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  gitopsSignalChannel,
  type ApplicationLocation,
  type GitOpsRequestOptions,
} from '@gitops-platform/backstage-plugin-gitops-common';
import {
  useLiveResource,
  type LiveResource,
  type UseLiveResourceOptions,
} from '../live';
import { applicationKey } from './applicationKey';
import { withoutFetchTimes } from '../live/withoutFetchTimes';

/** How an Application's detail is read, beside what {@link useLiveResource} takes. */
type Options<T> = Pick<
  UseLiveResourceOptions<T>,
  'follow' | 'version' | 'paceSeconds'
> & {
  /** What is asked for beside the Application. */
  request?: object;
  load(options: GitOpsRequestOptions): Promise<T>;
};

/** What the backend says of one Application, and what it says anew whenever its entity changes. */
export function useApplicationResource<T>(
  location: ApplicationLocation,
  options: Options<T>,
): LiveResource<T> {
  const { request = {}, load, ...rest } = options;
  return useLiveResource<T>({
    ...rest,
    key: `${applicationKey(location)} ${JSON.stringify(request)}`,
    channel: gitopsSignalChannel(stringifyEntityRef(location.entityRef)),
    load: (signal, waitSeconds) => load({ signal, waitSeconds }),
    fingerprint: withoutFetchTimes,
  });
}
