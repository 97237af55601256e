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
  applicationName,
  environmentOf,
  parseServicePath,
  type GitOpsConfig,
} from '@gitops-platform/backstage-plugin-gitops-node';
import type { StoredApplication } from '../../argocd/store';
import { locateVersionFile } from '../../argocd/version/locateVersionFile';

/**
 * An Application as it would be in another environment, at the same commit: enough of it to find what Git has of the
 * service there. `undefined` where the service's folder is not known.
 */
export function siblingOf(
  app: StoredApplication,
  environment: string,
  config: Pick<
    GitOpsConfig,
    'environments' | 'environmentLabel' | 'repositories'
  >,
): StoredApplication | undefined {
  const own = environmentOf(app, config);
  const file = locateVersionFile(app, own, config.repositories);
  const place = file && parseServicePath(file.repository.path, file.path);
  if (!place?.service || place.environment !== own) {
    return undefined;
  }
  return {
    ...app,
    name: applicationName(place.service, environment),
    labels: { [config.environmentLabel]: environment },
    sources: app.sources.map(({ path, ...source }) => source),
  };
}
