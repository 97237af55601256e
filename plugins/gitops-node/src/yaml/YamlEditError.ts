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

/**
 * A YAML file that does not parse, or an edit that cannot be made without changing another place of it.
 * @public
 */
export class YamlEditError extends InputError {
  /** The path of the edit, as text; empty where the file itself is at fault. */
  readonly path: string;
  /** 1-based. */
  readonly line?: number;
  /** 1-based. */
  readonly column?: number;
  /** What to do about it. */
  readonly remedy: string;

  constructor(options: {
    path: string;
    problem: string;
    remedy: string;
    line?: number;
    column?: number;
  }) {
    const { path, problem, remedy, line, column } = options;
    const place = [
      path && `'${path}'`,
      line && `line ${line}${column ? `:${column}` : ''}`,
    ].filter(Boolean);
    super(
      `YAML edit${
        place.length ? ` at ${place.join(', ')}` : ''
      }: ${problem}. ${remedy}.`,
    );
    this.name = 'InputError';
    this.path = path;
    this.line = line;
    this.column = column;
    this.remedy = remedy;
  }
}
