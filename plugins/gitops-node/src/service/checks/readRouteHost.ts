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

import { parse } from 'yaml';

/** `route.host` of a service's values.yaml, in lower case; `undefined` where there is no route or no YAML. */
export function readRouteHost(valuesYaml: string): string | undefined {
  try {
    const document: unknown = parse(valuesYaml);
    const { route } = Object(document);
    const host: unknown = Object(route).host;
    return typeof host === 'string' && host
      ? host.toLocaleLowerCase('en-US')
      : undefined;
  } catch {
    // A file that does not parse claims nothing: its chart cannot be rendered either.
    return undefined;
  }
}
