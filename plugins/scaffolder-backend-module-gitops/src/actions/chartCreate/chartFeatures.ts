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
 * What of the golden chart a service's own chart may leave out. Each is also the name of its key in the values.
 */
export const CHART_FEATURES = [
  'route',
  'autoscaling',
  'secrets',
  'disruptionBudget',
  'mesh',
  'config',
  'strategy',
  'smokeTest',
  'monitoring',
  'networkPolicy',
  'circuitBreaker',
] as const;

/** @public */
export type ChartFeature = (typeof CHART_FEATURES)[number];
