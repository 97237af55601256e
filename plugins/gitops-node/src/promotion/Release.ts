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

import type { PlacedImage } from './ImageVersion';

/**
 * A file of a service in one environment, as it stands in Git.
 * @public
 */
export interface ReleaseFile {
  path: string;
  text: string;
}

/**
 * The files of a service in one environment that name its version.
 * @public
 */
export interface ReleaseFiles {
  environment: string;
  /** The configured version file. */
  version?: ReleaseFile;
  /** `application.yaml`, which names the commit of a service's own chart. */
  application?: ReleaseFile;
}

/**
 * A version of a service, which may be written into the files of an environment.
 * @public
 */
export interface Release {
  images: PlacedImage[];
  /** The commit or version of the service's own chart; left out, the chart stays as it is. */
  chartRevision?: string;
}

/**
 * A version in few words, as pages show it.
 * @public
 */
export interface ReleaseVersion {
  /** What people call it: tags, else shortened digests. */
  label: string;
  images: string[];
  sourceRevision?: string;
}

/**
 * An image that has to be copied to another registry before it can run.
 * @public
 */
export interface ImageCopy {
  /** `repository@digest` */
  from: string;
  to: string;
}

/**
 * What a promotion or a rollback would do.
 * @public
 */
export interface ReleasePlan {
  /** `unchanged`: Git says it already. */
  status: 'change' | 'unchanged';
  service: string;
  environment: string;
  /** What Git names now. */
  from: ReleaseVersion;
  /** What Git would name. */
  to: ReleaseVersion;
  /** What is written; see `applyRelease`. */
  release: Release;
  /** The files that change. */
  files: { path: string; before: string; after: string }[];
  copies: ImageCopy[];
  /** What a reviewer should know. */
  notes: string[];
  /** Why it should not be done without a reason to do so. */
  doubt?: string;
}
