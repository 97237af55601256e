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

/** How far back one may look, in days. */
export const RANGES = [30, 90, 365] as const;

const USUAL_DAYS = 90;

/** All environments together, as the backend names their figures. */
export const ALL_ENVIRONMENTS = 'all';

const FIGURES: Array<DeliveryFigure['name']> = [
  'deploymentFrequency',
  'leadTime',
  'changeFailureRate',
  'timeToRestore',
  'availability',
  'secretRotation',
];

/** What is looked at of the deployments. It stands in the address of the page, so that it can be passed on. */
export type DeploymentsAddress = {
  days: number;
  environment: string;
  /** Only the deployments that it was computed from. */
  figure?: DeliveryFigure['name'];
};

/** Reads it out of an address; what makes no sense there is as if it were not there. */
export function parseDeploymentsAddress(
  search: URLSearchParams,
): DeploymentsAddress {
  const days = Number(search.get('days'));
  return {
    days: RANGES.find(range => range === days) ?? USUAL_DAYS,
    environment: search.get('environment') || ALL_ENVIRONMENTS,
    figure: FIGURES.find(name => name === search.get('figure')),
  };
}

/** Puts it into an address, and leaves what else stands there. What is usual is left out. */
export function formatDeploymentsAddress(
  { days, environment, figure }: DeploymentsAddress,
  before: URLSearchParams,
): URLSearchParams {
  const after = new URLSearchParams(before);
  const put = (name: string, value: string | undefined, usual?: string) => {
    if (value === undefined || value === usual) {
      after.delete(name);
    } else {
      after.set(name, value);
    }
  };
  put('days', String(days), String(USUAL_DAYS));
  put('environment', environment, ALL_ENVIRONMENTS);
  put('figure', figure);
  return after;
}
