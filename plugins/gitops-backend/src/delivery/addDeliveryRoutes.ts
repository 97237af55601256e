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

import { awaitNews } from '../http/awaitNews';
import { sendAnswer } from '../http/sendAnswer';
import { WaitingRoom } from '../http/WaitingRoom';
import type { EntityAccess } from '../permissions/EntityAccess';
import type { GitOpsRouter } from '../router';
import type { DeliveryAccess } from './DeliveryAccess';
import type { DeliveryReader } from './DeliveryReader';

/** How many pages may wait for news at the same time; any more are answered at once. */
const WAITING_SEATS = 200;

/** The route that shows what is known of an entity, per environment and cluster. */
export function addDeliveryRoutes(
  router: GitOpsRouter,
  options: {
    access: EntityAccess;
    delivery: DeliveryAccess;
    reader: DeliveryReader;
  },
): void {
  const { access, delivery, reader } = options;
  const room = WaitingRoom.create({ seats: WAITING_SEATS });

  router.get(
    '/v1/entities/:kind/:namespace/:name/delivery',
    async (req, res) => {
      const { kind, namespace, name } = req.params;
      const { answer, waited } = await delivery.show(
        {
          entity: { kind, namespace, name },
          credentials: () => access.callerOf(req),
          eventId: 'delivery-fetch',
          request: req,
        },
        opened =>
          awaitNews({
            req,
            res,
            room,
            read: () => reader.read(opened),
            subscribe: listener => reader.onChange(opened.entityRef, listener),
          }),
      );
      sendAnswer(req, res, answer, { waited });
    },
  );
}
