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

import { mergeTexts, type MergeNames } from './mergeTexts';

/** A file in the fork, in the release that the fork comes from, and in the new one; absent where it is not there. */
export interface FileVersions {
  ours?: string;
  base?: string;
  theirs?: string;
}

/** What becomes of a file: a text, or none, and what somebody must decide about it. */
export interface MergedFile {
  text?: string;
  conflict?: string;
}

/** Decides about one file. Nothing is lost: what both changed is kept twice, and what one deleted and the other changed stays. */
export function mergeFile(
  { ours, base, theirs }: FileVersions,
  names: MergeNames,
): MergedFile {
  if (theirs === base || ours === theirs) {
    return { text: ours };
  }
  if (ours === base) {
    return { text: theirs };
  }
  if (ours === undefined) {
    return {
      text: theirs,
      conflict: `you deleted it, and ${names.theirs} changes it: it is back as it is there; delete it again, or keep it`,
    };
  }
  if (theirs === undefined) {
    return {
      text: ours,
      conflict: `you changed it, and ${names.theirs} deletes it: yours is kept; delete it, or see to it from now on`,
    };
  }
  const { text, conflicts } = mergeTexts(
    { ours, base: base ?? '', theirs },
    names,
  );
  return conflicts === 0
    ? { text }
    : {
        text,
        conflict: `${conflicts} ${
          conflicts === 1 ? 'place' : 'places'
        } that you and ${
          names.theirs
        } both changed: look for <<<<<<<, decide, and remove the marks`,
      };
}
