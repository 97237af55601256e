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

import { InputError } from '@backstage/errors';
import {
  editYaml,
  PLATFORM_FILE,
} from '@gitops-platform/backstage-plugin-gitops-node';
import { parse } from 'yaml';
import { type PlatformFile, readPlatformFile } from '../platform';
import { fillTreeMarkers, isGenerated, planRender } from '../render';
import { changedTree, type Tree, type TreeChanges } from '../tree';
import { type FileVersions, mergeFile } from './mergeFile';

/**
 * What an upgrade does to a fork.
 * @public
 */
export interface UpgradePlan {
  changes: TreeChanges;
  /** What somebody must decide, by path. While there is something, nothing is rendered. */
  conflicts: { path: string; reason: string }[];
  release: string;
}

/** Examples of services: a fork that has dropped them does not want them back. */
const SERVICE = /^applications\/[^/]+\/[^/]+\//;

/**
 * Merges a newer release of the tree into a fork, three-way: `base` is the release that the fork comes from, `theirs` the
 * new one. What render writes is not merged but rendered again.
 *
 * Throws an `InputError` where `base` is another release than the fork's `platform.yaml` records.
 * @public
 */
export function planUpgrade(trees: {
  ours: Tree;
  base: Tree;
  theirs: Tree;
}): UpgradePlan {
  const { ours } = trees;
  const platform = readPlatformFile(ours.get(PLATFORM_FILE) ?? '');
  const release = releaseOf(trees.theirs, 'the new release');
  refuseOtherBase(platform, releaseOf(trees.base, 'the old release'));
  // As if both releases had been filled in for this organisation: else each marked line would be a conflict.
  const base = fillTreeMarkers(withRelease(trees.base, release), platform);
  const theirs = fillTreeMarkers(trees.theirs, platform);
  const recorded = withRelease(ours, release);

  const names = { ours: 'yours', theirs: `release ${release}` };
  const merged = new Map<string, string>();
  const conflicts: UpgradePlan['conflicts'] = [];
  for (const path of allPaths(ours, base, theirs)) {
    const versions = {
      ours: recorded.get(path),
      base: base.get(path),
      theirs: theirs.get(path),
    };
    const { text, conflict } = isLeftAlone(path, versions)
      ? { text: versions.ours, conflict: undefined }
      : mergeFile(byHand(versions), names);
    // What render wrote stays until it is rendered again.
    const kept = text ?? (isByRender(versions.ours) ? versions.ours : text);
    if (kept !== undefined) {
      merged.set(path, kept);
    }
    if (conflict) {
      conflicts.push({ path, reason: conflict });
    }
  }
  const result =
    conflicts.length > 0 ? merged : changedTree(merged, planRender(merged));
  return { changes: differences(ours, result), conflicts, release };
}

function isByRender(text?: string): boolean {
  return text !== undefined && isGenerated(text);
}

/** What somebody wrote of a file: what render did is not there, be it in one version only. */
function byHand({ ours, base, theirs }: FileVersions): FileVersions {
  const written = (text?: string) => (isByRender(text) ? undefined : text);
  return {
    ours: written(ours),
    base: written(base),
    theirs: written(theirs),
  };
}

function isLeftAlone(path: string, { ours }: FileVersions): boolean {
  return (
    path === 'platform.schema.json' ||
    (ours === undefined && SERVICE.test(path))
  );
}

function allPaths(...trees: Tree[]): string[] {
  return [...new Set(trees.flatMap(tree => [...tree.keys()]))].sort();
}

function differences(before: Tree, after: Tree): TreeChanges {
  return {
    write: new Map(
      [...after].filter(([path, text]) => before.get(path) !== text),
    ),
    remove: [...before.keys()].filter(path => !after.has(path)),
  };
}

function releaseOf(tree: Tree, what: string): string {
  const data: unknown = parse(tree.get(PLATFORM_FILE) ?? '');
  const release =
    typeof data === 'object' && data !== null && 'release' in data
      ? data.release
      : undefined;
  if (typeof release !== 'string') {
    throw new InputError(
      `${PLATFORM_FILE} of ${what} names no release; name the folder or ref of a release of the platform's tree`,
    );
  }
  return release;
}

function refuseOtherBase({ release }: PlatformFile, base: string): void {
  if (release !== base) {
    throw new InputError(
      `This tree comes from release ${release} (${PLATFORM_FILE}), and --from is ${base}; name ${release} there, else what you changed cannot be told from what the release changed`,
    );
  }
}

function withRelease(tree: Tree, release: string): Tree {
  const text = tree.get(PLATFORM_FILE) ?? '';
  return new Map([
    ...tree,
    [
      PLATFORM_FILE,
      editYaml(text, [{ op: 'set', path: ['release'], value: release }]),
    ],
  ]);
}
