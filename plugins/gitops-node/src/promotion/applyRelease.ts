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

import type { GitOpsVersionLocation } from '../config';
import type { Platform } from '../platform';
import { editYaml } from '../yaml';
import { imageEdits } from './imageEdits';
import { ownChart } from './ownChart';
import { readImageVersions } from './readImageVersions';
import type { Release, ReleaseFile, ReleaseFiles } from './Release';

/**
 * Writes a release into the files of an environment: the lines of the version, and not a byte beside them. A chart that
 * follows a branch goes on following it.
 *
 * Throws an `InputError` where a file does not parse, or names the version through an anchor that others share.
 * @public
 */
export function applyRelease(options: {
  files: ReleaseFiles;
  release: Release;
  service: string;
  platform: Platform;
  location: GitOpsVersionLocation;
}): ReleaseFile[] {
  const { files, release, location } = options;
  const { version, application } = files;
  return [
    ...(version
      ? [{ ...version, text: withImages(version, release, location) }]
      : []),
    ...(application
      ? [{ ...application, text: withChart(application, options) }]
      : []),
  ];
}

function withImages(
  file: ReleaseFile,
  release: Release,
  location: GitOpsVersionLocation,
): string {
  const present = readImageVersions({ ...file, location });
  const edits = imageEdits({ present, wanted: release.images, location });
  return edits.length > 0 ? editYaml(file.text, edits) : file.text;
}

function withChart(
  file: ReleaseFile,
  options: { release: Release; service: string; platform: Platform },
): string {
  const { chartRevision } = options.release;
  const chart = ownChart(file, options);
  return chart?.pinned &&
    chartRevision !== undefined &&
    chart.targetRevision !== chartRevision
    ? editYaml(file.text, [
        { op: 'set', path: chart.path, value: chartRevision },
      ])
    : file.text;
}
