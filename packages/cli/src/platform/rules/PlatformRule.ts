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

import type { PlatformFile } from '../PlatformFile';

/**
 * Two parts of a `platform.yaml` that do not go together.
 * @public
 */
export interface PlatformProblem {
  /** Name of the rule. */
  rule: string;
  /** The field to look at first, such as `features.secrets`. */
  at: string;
  reason: string;
  remedy: string;
}

/** Something that must hold between fields. It decides, and does nothing else. */
export interface PlatformRule {
  name: string;
  find(platform: PlatformFile): Omit<PlatformProblem, 'rule'>[];
}

/** A rule about switches and single values: one problem, or none. */
export function rule(
  name: string,
  broken: (platform: PlatformFile) => boolean,
  problem: Omit<PlatformProblem, 'rule'>,
): PlatformRule {
  return {
    name,
    find: platform => (broken(platform) ? [problem] : []),
  };
}
