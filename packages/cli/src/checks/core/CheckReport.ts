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

import type { Problem } from './Problem';

/**
 * What one check said.
 *
 * @public
 */
export interface CheckOutcome {
  id: string;
  title: string;
  problems: Problem[];
  /** Problems that the tree's `.platform-check.yaml` accepts, with its reason. */
  accepted: { problem: Problem; why: string }[];
  notChecked: { what: string; why: string }[];
  /** Whether it could look at nothing, for a reason that a check before it gave. */
  isSkipped: boolean;
  counts: Record<string, number>;
  seconds: number;
}

/**
 * What a run of the checks said.
 *
 * @public
 */
export interface CheckReport {
  checks: CheckOutcome[];
  /** How often a check found something that nothing accepts. */
  problems: number;
  seconds: number;
}
