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

import type { DeliveryAccess } from '../delivery/DeliveryAccess';
import type { DeliveryReader } from '../delivery/DeliveryReader';
import type { ActionContext } from './ActionContext';
import { createExplainApplicationAction } from './createExplainApplicationAction';
import { createExplainDeliveryAction } from './createExplainDeliveryAction';
import { createFindApplicationsAction } from './createFindApplicationsAction';
import { createGetApplicationAction } from './createGetApplicationAction';

/** Registers what agents, the command line and scaffolder steps may ask. */
export function registerActions(
  context: ActionContext & { delivery: DeliveryAccess; reader: DeliveryReader },
): void {
  createFindApplicationsAction(context);
  createGetApplicationAction(context);
  createExplainApplicationAction(context);
  createExplainDeliveryAction(context);
}
