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

import { markedEntityRef } from './markedEntityRef';

const MARKER = /^<!-- backstage\.io\/(?:entity-ref: ([\w.:/-]+)|gitops) -->$/;

/** Where anything begins that could be taken for a marker. */
const MARKER_START = /<!--(?=\s*backstage\.io\/)/gi;

/**
 * A pull request's body that ends with the marker of an entity, by which the backend finds what the entity waits for.
 * Without an entity the marker only says that the pull request is ours. Markers that the body had are replaced,
 * and those within a line become text.
 *
 * Throws an `InputError` for a reference that no entity can have.
 * @public
 */
export function withEntityRef(body: string, entityRef?: string): string {
  const text = body
    .split(/\r?\n/)
    .filter(line => !MARKER.test(line.trim()))
    .join('\n')
    .replace(MARKER_START, '&lt;!--')
    .trimEnd();
  const marker = entityRef
    ? `<!-- backstage.io/entity-ref: ${markedEntityRef(entityRef)} -->`
    : '<!-- backstage.io/gitops -->';
  return text ? `${text}\n\n${marker}` : marker;
}

/**
 * The entity whose marker is the last line of a pull request's body.
 * @public
 */
export function entityRefOfPullRequest(body: string): string | undefined {
  return lastLine(body)?.[1];
}

/**
 * Whether a pull request was opened by us: its body ends with our marker.
 * @public
 */
export function isOurPullRequest(body: string): boolean {
  return lastLine(body) !== undefined;
}

function lastLine(body: string): RegExpExecArray | undefined {
  const line = body.trimEnd().split('\n').pop() ?? '';
  return MARKER.exec(line.trim()) ?? undefined;
}
