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

import { useCallback, useMemo, useState } from 'react';
import type { PlacedResource } from '../../model/resourceTree';
import { foldable, foldedAtFirst } from '../../model/visibleRows';

/** Which owners of a tree are folded. What comes to the tree later is not. */
export function useFolding(placed: PlacedResource[], allOpen: boolean) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(() =>
    allOpen ? new Set() : foldedAtFirst(placed),
  );
  const toggle = useCallback(
    (uid: string) =>
      setFolded(before => {
        const after = new Set(before);
        if (!after.delete(uid)) {
          after.add(uid);
        }
        return after;
      }),
    [],
  );
  return useMemo(
    () => ({
      folded,
      toggle,
      foldAll: () => setFolded(new Set(foldable(placed))),
      unfoldAll: () => setFolded(new Set()),
    }),
    [folded, toggle, placed],
  );
}
