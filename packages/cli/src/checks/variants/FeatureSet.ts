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

import type { PlatformFeatures, Profile } from '../../platform';

/**
 * Other decisions that a tree must stand: what changes in its platform.yaml.
 *
 * @internal
 */
export interface FeatureSet {
  name: string;
  features?: Partial<PlatformFeatures>;
  /** The profile of every cluster, with the first environment alone: the others want more. */
  profile?: Profile;
  /** Who writes the version of environments that CI writes otherwise. */
  writer?: 'image-updater';
  /** Sends no news of deployments. */
  isSilent?: boolean;
  /** Puts each environment into a cluster of its own. */
  isSpread?: boolean;
}
