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

import type { Profile } from '../platform/PlatformFile';
import { optionOf, type Switched } from '../platform/switches';
import type { AddOn } from './AddOn';

/**
 * Whether a cluster gets an add-on: each switch of its `when` has one of the options there.
 * @public
 */
export function appliesTo(
  { when }: Pick<AddOn, 'when'>,
  platform: Switched,
  cluster: { profile: Profile },
): boolean {
  return Object.entries(when).every(([name, options]) =>
    options.includes(optionOf(name, platform, cluster) ?? ''),
  );
}
