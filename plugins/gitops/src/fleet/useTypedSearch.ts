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

import { useEffect, useRef, useState } from 'react';

const SETTLES_AFTER_MS = 250;

/** What is being typed, handed on once the typing pauses. Follows the search when it changes elsewhere. */
export function useTypedSearch(
  search: string,
  onSettled: (search: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(search);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const settled = useRef(onSettled);
  settled.current = onSettled;

  // What was handed on comes back a moment later, when more may have been typed already.
  const handedOn = useRef(search);
  useEffect(() => {
    if (search !== handedOn.current) {
      handedOn.current = search;
      setTyped(search);
    }
  }, [search]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const type = (value: string) => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      handedOn.current = value;
      settled.current(value);
    }, SETTLES_AFTER_MS);
  };
  return [typed, type];
}
