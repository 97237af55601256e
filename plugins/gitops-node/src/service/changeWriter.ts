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

import type { JsonObject } from '@backstage/types';
import { getPlatformEnvironment, type Platform, registryOf } from '../platform';
import { applicationName } from './serviceNames';

/** By this label Image Updater finds the Applications that are its own. */
const LABEL = 'platform/version-writer';
const WRITER = 'image-updater';
const PREFIX = 'argocd-image-updater.argoproj.io/';

/** Where a service starts, and its own to change. */
const START = {
  // CI names an image after its commit, which is no version that could be compared.
  'app.update-strategy': 'newest-build',
  'app.allow-tags': 'regexp:^[0-9a-f]{12}$',
  // The placeholder runs first, and an image that does not run yet would be left alone.
  'app.force-update': 'true',
};

/**
 * What Argo CD Image Updater reads from an Application: which image it follows, and which file of which branch it writes.
 * @public
 */
export interface ImageUpdaterOptions {
  platform: Platform;
  environment: string;
  service: string;
  /** The values file, from the repository's root. */
  valuesPath: string;
}

/**
 * Gives an Application to Image Updater where that is the environment's writer, and takes it away where it is not.
 * @internal
 */
export function changeWriter(
  present: { labels: JsonObject; annotations: JsonObject },
  options: ImageUpdaterOptions,
): { labels: JsonObject; annotations: JsonObject } {
  const { labels, annotations } = present;
  const environment = getPlatformEnvironment(
    options.platform,
    options.environment,
  );
  if (environment.writer === WRITER) {
    const facts = prefixed(factsOf(options));
    return {
      labels: { ...labels, [LABEL]: WRITER },
      annotations: {
        ...facts,
        ...prefixed(START),
        ...annotations,
        ...facts,
      },
    };
  }
  if (labels[LABEL] !== WRITER) {
    return present;
  }
  return {
    labels: without(labels, key => key === LABEL),
    annotations: without(annotations, key => key.startsWith(PREFIX)),
  };
}

/** What follows from `platform.yaml`. */
function factsOf(options: ImageUpdaterOptions): Record<string, string> {
  const { platform, service, valuesPath } = options;
  const { url, branch } = platform.repository;
  const environment = getPlatformEnvironment(platform, options.environment);
  const name = applicationName(service, environment.name);
  return {
    'image-list': `app=${registryOf(platform, environment)}/${service}`,
    'app.helm.image-name': 'image.repository',
    'app.helm.image-tag': 'image.tag',
    'write-back-method': 'git:secret:argocd/image-updater-git',
    'write-back-target': `helmvalues:/${valuesPath}`,
    // A service's own chart comes from another repository than its values.
    'git-repository': url,
    // One for each change: pushes of several services to one branch collide.
    'git-branch': `${branch}:image-updater-${name}-{{.SHA256}}`,
  };
}

function prefixed(entries: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => [PREFIX + key, value]),
  );
}

function without(
  entries: JsonObject,
  isGone: (key: string) => boolean,
): JsonObject {
  return Object.fromEntries(
    Object.entries(entries).filter(([key]) => !isGone(key)),
  );
}
