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

import type { ApplicationOverview } from '@gitops-platform/backstage-plugin-gitops-common';
import { applicationKey } from '../../argocd/store';
import type { DeliveryFacts } from '../facts/DeliveryFacts';
import { isNameOnly } from '../rows/RowFacts';

/** The Application that a row's version is that of: the one whose version Git names, else the first that runs images. */
export function primaryApplication(
  applications: ApplicationOverview[],
  { versions }: Pick<DeliveryFacts, 'versions'>,
): ApplicationOverview | undefined {
  const shown = applications.filter(app => !isNameOnly(app));
  const isNamed = (app: ApplicationOverview) => {
    const { desired } = versions.get(applicationKey(app)) ?? {};
    return (
      desired?.images !== undefined ||
      app.version.sourceRevision !== undefined ||
      app.version.placeholder === true
    );
  };
  return (
    shown.find(isNamed) ??
    shown.find(({ version }) => version.images.length > 0) ??
    shown[0]
  );
}
