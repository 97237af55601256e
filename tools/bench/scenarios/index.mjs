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

import { measureBundles } from './bundles.mjs';
import { showDelivery } from './delivery.mjs';
import { breakOneInstance } from './faults.mjs';
import { showFleet } from './fleet.mjs';
import { compareNoop } from './noop.mjs';
import { comparePeers } from './peers.mjs';
import { compareSecrets } from './secrets.mjs';
import { tenThousand } from './tenThousand.mjs';

/** By name, in the order in which they run. Each answers rows. */
export const scenarios = {
  peers: comparePeers,
  noop: compareNoop,
  faults: breakOneInstance,
  'ten-thousand': tenThousand,
  fleet: showFleet,
  secrets: compareSecrets,
  delivery: showDelivery,
  bundles: measureBundles,
};
