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

import { parseDocument } from 'yaml';
import type { Tree } from '../../tree';
import { listAt } from '../yaml';

/** A base that only the network has. @internal */
export interface RemoteBase {
  file: string;
  url: string;
}

const KUSTOMIZATION = /(^|\/)kustomization\.ya?ml$/;

/**
 * A tree whose kustomizations leave out what they would fetch, and what that is.
 *
 * @internal
 */
export function withoutRemoteBases(tree: Tree): {
  tree: Tree;
  remote: RemoteBase[];
} {
  const texts = new Map(tree);
  const remote: RemoteBase[] = [];
  for (const [file, text] of tree) {
    if (
      !KUSTOMIZATION.test(file) ||
      !/^\s*- +['"]?(https?:|git|ssh:|github\.com)/m.test(text)
    ) {
      continue;
    }
    const document = parseDocument(text);
    for (const key of ['resources', 'components', 'bases']) {
      const bases = listAt(document.toJS(), key).map(String);
      const kept = bases.filter(base => !isRemote(base));
      if (kept.length === bases.length) continue;
      remote.push(...bases.filter(isRemote).map(url => ({ file, url })));
      if (kept.length > 0) document.set(key, kept);
      else document.delete(key);
    }
    texts.set(file, document.toString());
  }
  return { tree: texts, remote };
}

function isRemote(base: string): boolean {
  return /^(https?:|git@|git::|ssh:|github\.com\/)/.test(base);
}
