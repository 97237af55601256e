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

import type { GitOpsRepositoryConfig } from '../config';
import type { Platform } from '../platform';
import { applyRelease } from './applyRelease';
import { readImageVersions } from './readImageVersions';
import type {
  ImageCopy,
  Release,
  ReleaseFile,
  ReleaseFiles,
  ReleasePlan,
} from './Release';
import { releaseVersion } from './releaseVersion';

/**
 * What writing a release into an environment changes there.
 * @internal
 */
export function planChange(options: {
  service: string;
  files: ReleaseFiles;
  version: ReleaseFile;
  release: Release;
  platform: Platform;
  repository: GitOpsRepositoryConfig;
  copies?: ImageCopy[];
  notes: string[];
  doubt?: string;
}): ReleasePlan {
  const { service, files, release, platform, doubt } = options;
  const { version: location } = options.repository;
  const before = [files.version, files.application].flatMap(file => file ?? []);
  const changed = applyRelease({
    files,
    release,
    service,
    platform,
    location,
  }).flatMap(({ path, text: after }) => {
    const text = before.find(file => file.path === path)?.text;
    return text === undefined || text === after
      ? []
      : [{ path, before: text, after }];
  });
  return {
    status: changed.length > 0 ? 'change' : 'unchanged',
    service,
    environment: files.environment,
    from: releaseVersion(readImageVersions({ ...options.version, location })),
    to: releaseVersion(release.images),
    release,
    files: changed,
    copies: options.copies ?? [],
    notes: options.notes,
    ...(changed.length > 0 && doubt && { doubt }),
  };
}
