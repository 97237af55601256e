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

const FULL_SHA = /^[0-9a-f]{40}$/;
const SHORT_SHA = /^[0-9a-f]{4,39}$/;

/** What git itself refuses in a ref name (git-check-ref-format), and what its revision syntax would interpret. */
const NOT_A_NAME =
  /[\p{Cc} ~^:?*[\\]|\.\.|@\{|^[-/.]|\/[/.]|\.lock(\/|$)|[./]$/u;

/** Whether a text is a whole commit, tree or blob id. */
export function isFullSha(text: string): boolean {
  return FULL_SHA.test(text);
}

/** Whether a text can be the name of a branch or a tag. */
export function isRefName(name: string): boolean {
  return name !== '' && name !== '@' && !NOT_A_NAME.test(name);
}

/**
 * What a name can mean, most likely first: GitHub prefers a branch to a tag of the same name, git does not.
 */
export function revisionCandidates(ref: string): string[] {
  if (isFullSha(ref)) {
    return [ref];
  }
  if (!isRefName(ref)) {
    return [];
  }
  if (ref === 'HEAD' || ref.startsWith('refs/')) {
    return [ref];
  }
  const names = [`refs/heads/${ref}`, `refs/tags/${ref}`];
  return SHORT_SHA.test(ref) ? [...names, ref] : names;
}
