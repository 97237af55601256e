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
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_NAMESPACE,
  ANNOTATION_ARGOCD_INSTANCE_NAME,
  ANNOTATION_ARGOCD_PROJECT_NAME,
} from '@gitops-platform/backstage-plugin-gitops-common';
import type { ApplicationIndex } from './ApplicationIndex';
import type { CatalogApplication } from './CatalogApplication';

/** An annotation that narrows the names down. */
interface Narrowing {
  annotation: string;
  read: (app: CatalogApplication) => string;
  /** Whether it may hold several values. */
  list: boolean;
}

const INSTANCE: Narrowing = {
  annotation: ANNOTATION_ARGOCD_INSTANCE_NAME,
  read: ({ instance }) => instance,
  list: true,
};
const NAMESPACE: Narrowing = {
  annotation: ANNOTATION_ARGOCD_APP_NAMESPACE,
  read: ({ namespace }) => namespace,
  list: false,
};
const PROJECT: Narrowing = {
  annotation: ANNOTATION_ARGOCD_PROJECT_NAME,
  read: ({ project }) => project,
  list: false,
};

/** No more than what is needed. */
const ATTEMPTS: Narrowing[][] = [
  [],
  [INSTANCE],
  [NAMESPACE],
  [INSTANCE, NAMESPACE],
  [PROJECT],
  [INSTANCE, PROJECT],
  [NAMESPACE, PROJECT],
  [INSTANCE, NAMESPACE, PROJECT],
];

/** The annotations that name these Applications and no others; `undefined` where there are none that do. */
export function claimAnnotations(
  applications: CatalogApplication[],
  index: ApplicationIndex,
): Record<string, string> | undefined {
  const names = valuesOf(applications, ({ name }) => name);
  const namesakes = names.flatMap(name => index.named(name));
  const attempt = ATTEMPTS.find(
    narrowings =>
      narrowings.every(
        ({ list, read }) => list || valuesOf(applications, read).length === 1,
      ) &&
      namesakes.filter(app =>
        narrowings.every(({ read }) =>
          valuesOf(applications, read).includes(read(app)),
        ),
      ).length === applications.length,
  );
  return (
    attempt &&
    Object.fromEntries([
      [ANNOTATION_ARGOCD_APP_NAME, names.join()],
      ...attempt.map(({ annotation, read }) => [
        annotation,
        valuesOf(applications, read).join(),
      ]),
    ])
  );
}

function valuesOf(
  applications: CatalogApplication[],
  read: (app: CatalogApplication) => string,
): string[] {
  return [...new Set(applications.map(read))].sort();
}
