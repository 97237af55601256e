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

import type { LedgerEntry } from '../ledger/LedgerEntry';
import type { Availability } from '../ledger/availabilityOf';
import type { Rotation } from '../recording/SecretRotations';

/** What the figures of one environment, or of all, follow from. */
export interface FigureInput {
  /** In any order; of the whole time that is asked for. */
  deployments: LedgerEntry[];
  /** One per Application. */
  availability: ((from: number, to: number) => Availability)[];
  /** Left out where the caller may not see any metadata of secrets. */
  rotations?: Rotation[];
  /** How many secrets have been seen. */
  secrets: number;
}

/** Which time figures are of, in milliseconds. */
export interface FigurePeriod {
  from: number;
  to: number;
  /** When recording began; `undefined` where it has not. */
  recordedSince?: number;
  /** How far it is known what was Healthy. */
  knownUntil: number;
}
