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

import { optionOf, SWITCHES } from '../../platform';
import type { PlatformCluster, PlatformFile } from '../../platform';

/** A switch and an option, as the name of a file or folder below `when` joins them: `tls-cert-manager`. */
export interface Condition {
  name: string;
  option: string;
}

/** `undefined` for a name that is no switch with one of its options. */
export function conditionOf(text: string): Condition | undefined {
  const [name, ...rest] = text.split('-');
  const option = rest.join('-');
  return SWITCHES.get(name)?.includes(option) ? { name, option } : undefined;
}

/** Whether a condition holds in a cluster. */
export function holds(
  text: string,
  place: { platform: PlatformFile; cluster: PlatformCluster },
): boolean {
  const condition = conditionOf(text);
  return (
    condition !== undefined &&
    optionOf(condition.name, place.platform, place.cluster) === condition.option
  );
}
