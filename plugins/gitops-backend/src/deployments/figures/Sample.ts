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

import type { DeliveryFigure } from '@gitops-platform/backstage-plugin-gitops-common';
import type { FigureInput, FigurePeriod } from './FigureInput';

/** What a figure is for some time. */
export interface Sample {
  value?: number;
  /** Over how many of what is counted it stands. */
  basis: number;
  /** How many more there were that it could not use. */
  unknown: number;
  /** The deployments that it was computed from. */
  deployments: string[];
}

/** A figure: what it is called, and how it is computed for any time. */
export interface FigureDefinition {
  name: DeliveryFigure['name'];
  unit: DeliveryFigure['unit'];
  sample: (input: FigureInput, period: FigurePeriod) => Sample;
  /** Why there is no value, as a sentence. */
  whyNone: (sample: Sample, input: FigureInput) => string;
}
