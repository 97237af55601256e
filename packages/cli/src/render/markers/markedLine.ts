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

/** A line that ends with a marker: what stands before the value, the value, and the marker. */
export interface MarkedLine {
  before: string;
  value: string;
  after: string;
  template: string;
  /** `key = value` of HCL and shells; else `key: value` and items of YAML. */
  isAssignment: boolean;
}

const MARKER = /^(.*?)([ \t]+#[ \t]*platform:[ \t]*(\S.*?))[ \t]*$/;
const BEFORE =
  /^([ \t]*(?:export[ \t]+)?(?:-[ \t]+)*(?:(?:"[^"]*"|'[^']*'|[\w./-]+)[ \t]*(:[ \t]+|=[ \t]*))?)(\S.*)$/;

/** `undefined` for a line without a marker. */
export function markedLine(line: string): MarkedLine | undefined {
  const marked = MARKER.exec(line);
  if (!marked || !marked[3].includes('${')) {
    return undefined;
  }
  const parts = BEFORE.exec(marked[1]);
  if (!parts) {
    return undefined;
  }
  return {
    before: parts[1],
    value: parts[3],
    after: marked[2],
    template: marked[3],
    isAssignment: parts[2]?.startsWith('=') ?? false,
  };
}
