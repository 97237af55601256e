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

/** What the first lines of a file hold that render wrote. It deletes no other. */
const MARK = 'Written by platform render';

const FIRST_LINES = 3;

/** The comment that a generated YAML file begins with. */
export function generatedComment(what: string, source: string): string {
  return `# ${MARK} from ${source}: do not edit it here.\n# ${what}\n`;
}

/** The key that a generated JSON file begins with, which has no comments. */
export function generatedKey(source: string): { '//': string } {
  return { '//': `${MARK} from ${source}: do not edit it here.` };
}

export function isGenerated(text: string): boolean {
  return text.split('\n', FIRST_LINES).some(line => line.includes(MARK));
}
