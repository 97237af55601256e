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

import type { Check } from '../core/Check';

const SHAPES: RegExp[] = [
  /\bYOUR[_-](?:ORG|ORGANI[SZ]ATION|REPO|DOMAIN|ACCOUNT|REGION|NAME|TOKEN|KEY|CLUSTER)\w*/,
  /\bCHANGE[_-]?ME\b/i,
  /\bREPLACE[_-]?ME\b/i,
  /\b(?:TODO|FIXME|XXX)\b/,
  /\bexample\.(?:com|org|net)\b/,
];

/** In YAML also `<something>`, alone or as a part of an address. */
const ANGLES = /(?:[:-] +['"]?|\/)(<[a-z]+(?:[-_ ][a-z]+)*>)(?=$|[\s"'/.:])/;

/** Keys whose text is for people. */
const PROSE = /^[\s-]*\{?.*\b(?:description|summary|title|message|why|from): /;

/** Text that is read as it stands: what people read may say example.com. */
const READ =
  /\.(ya?ml|json|tf|tfvars|hcl|sh|mjs|properties|toml)$|(^|\/)Dockerfile$/;

const TESTS =
  /(^|\/)(tests?|__tests__|ci|testdata|__fixtures__)\/|(_test|\.test|Test)\.\w+$|package-lock\.json$|\.schema\.json$/;

/** @internal */
export const placeholders: Check = {
  id: 'placeholders',
  title: 'Nothing is left to fill in but platform.yaml',
  *run({ tree, count }) {
    for (const [file, text] of tree) {
      if (!READ.test(file) || TESTS.test(file)) continue;
      count('files');
      for (const [index, line] of text.split('\n').entries()) {
        const code = line.replace(/(^|\s)(#|\/\/).*$/, '');
        const hasAngles = /\.ya?ml$/.test(file) && !PROSE.test(code);
        const match = [...SHAPES, ...(hasAngles ? [ANGLES] : [])]
          .map(shape => shape.exec(code))
          .find(Boolean);
        const found = match?.[1] ?? match?.[0];
        if (found) {
          yield {
            file,
            line: index + 1,
            what: `has the placeholder ${found}`,
            mend: 'Let platform.yaml decide it: a marker `# platform: ${…}` on the line, or a template of the add-on.',
          };
        }
      }
    }
  },
};
