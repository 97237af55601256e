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

/**
 * The sync waves, by name: each is done before the next begins. Charts are at the band's own wave, the custom resources
 * that need their CRDs five later.
 * @public
 */
export const BANDS = {
  foundation: -40,
  certificates: -30,
  secrets: -20,
  mesh: -10,
  ingress: 0,
  policy: 10,
  observability: 20,
  delivery: 30,
  portal: 40,
  workloads: 100,
} as const;

/**
 * Name of a band.
 * @public
 */
export type Band = keyof typeof BANDS;

/**
 * How much later than its chart an add-on's own custom resources come.
 * @public
 */
export const CONFIG_OFFSET = 5;
