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

import type { Application } from '../types';

const REFRESH = 'argocd.argoproj.io/refresh';
const HYDRATE = 'argocd.argoproj.io/hydrate';

/** How thoroughly an Application is looked at again. */
export type RefreshType = 'normal' | 'hard';

/** What asking for a refresh writes into an Application: for as long as it lasts, the first of the two stays. */
export function withRefreshRequested(
  application: Application,
  type: RefreshType,
): Application {
  const { metadata } = application;
  return {
    ...application,
    metadata: {
      ...metadata,
      annotations: {
        ...metadata.annotations,
        [REFRESH]: type,
        [HYDRATE]: type,
      },
    },
  };
}

/** The Application when the refresh is done; the same where none was asked for. */
export function withRefreshDone(application: Application): Application {
  const { metadata } = application;
  if (!metadata.annotations?.[REFRESH]) {
    return application;
  }
  const { [REFRESH]: _, ...annotations } = metadata.annotations;
  return { ...application, metadata: { ...metadata, annotations } };
}

/** The annotations that are Argo CD's own and not of the manifest. */
export function refreshAnnotations(
  annotations: Record<string, string> | undefined,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations ?? {}).filter(
      ([key]) => key === REFRESH || key === HYDRATE,
    ),
  );
}
