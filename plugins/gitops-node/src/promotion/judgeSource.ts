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

import type { EntityApplications } from '@gitops-platform/backstage-plugin-gitops-common';
import { isSameImage, type PlacedImage } from './ImageVersion';

/**
 * Why the version that Git names for an environment is not known to be good there; `undefined` where it runs and
 * everything is Healthy.
 * @public
 */
export function judgeSource(options: {
  /** Of the service, in every environment. */
  applications: EntityApplications;
  environment: string;
  images: PlacedImage[];
}): string | undefined {
  const { applications, environment, images } = options;
  const deployed = applications.items.filter(
    item => item.environment === environment,
  );
  const silent = applications.instances.filter(({ status }) => status !== 'ok');
  if (deployed.length === 0) {
    return silent.length > 0
      ? `How it fares in ${environment} is not known: the Argo CD instance ${silent[0].name} does not answer.`
      : `How it fares in ${environment} is not known: no Application of it runs there that you may see.`;
  }
  for (const app of deployed) {
    const stale = silent.find(({ name }) => name === app.instance);
    if (stale) {
      return `How ${app.name} fares is not known: the Argo CD instance ${stale.name} does not answer.`;
    }
    if (app.health !== 'Healthy') {
      const [reason] = app.reasons ?? [];
      const why = reason?.message ?? app.healthMessage;
      return `${app.name} is ${app.health}${why ? `: ${why}` : ''}`.replace(
        /\.?$/,
        '.',
      );
    }
    const running = app.version.images;
    const missing = images.find(
      image =>
        (image.tag || image.digest) &&
        !running.some(reference => isSameImage(reference, image)),
    );
    if (running.length > 0 && missing) {
      return `${app.name} does not run the version that Git names yet: wait until it is deployed.`;
    }
    if (app.sync !== 'Synced') {
      return `${app.name} is ${app.sync}: what Git says for ${environment} is not all that runs there.`;
    }
  }
  return undefined;
}
