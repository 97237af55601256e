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

import type {
  DeliveryPart,
  EntityDelivery,
} from '@gitops-platform/backstage-plugin-gitops-common';

/** A part that is not there as a whole, and why. */
export type Lack = DeliveryPart & {
  status: Exclude<DeliveryPart['status'], 'ok'>;
};

/** What is wrong with the parts of an answer. */
export function lacksOf({ parts }: Pick<EntityDelivery, 'parts'>): Lack[] {
  return parts.flatMap(part =>
    part.status === 'ok' ? [] : [{ ...part, status: part.status }],
  );
}

/** Why something of a part may be missing, where it may be. */
export function lackOf(
  part: DeliveryPart['part'],
  delivery: Pick<EntityDelivery, 'parts'>,
): Lack | undefined {
  return lacksOf(delivery).find(lack => lack.part === part);
}
