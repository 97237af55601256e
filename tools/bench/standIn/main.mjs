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

import { serveParent } from '../processes/serveParent.mjs';
import { ArgoCdStandIn } from './ArgoCdStandIn.mjs';
import { ChangeStorm } from './ChangeStorm.mjs';
import { TraefikStandIn } from './TraefikStandIn.mjs';
import { VaultStandIn } from './VaultStandIn.mjs';

const KINDS = {
  argocd: ArgoCdStandIn,
  vault: VaultStandIn,
  traefik: TraefikStandIn,
};

/** The stand-ins of all instances, in a process of their own, so that no backend shares its time or memory with them. */
const standIns = [];
let storm;

serveParent({
  /** Starts one stand-in per entry and answers their addresses. */
  async start(options) {
    const started = await Promise.all(
      options.map(({ kind, ...one }) => KINDS[kind].start(one)),
    );
    const first = standIns.length;
    standIns.push(...started);
    return started.map(({ url }, index) => ({ id: first + index, url }));
  },
  takeCalls: ids => ids.map(id => standIns[id].takeCalls()),
  setFault: ({ id, fault }) => standIns[id].setFault(fault),
  startChanges: ({ id, ...options }) => {
    storm = ChangeStorm.start({ standIn: standIns[id], ...options });
  },
  /** Ends the changes and answers what was changed when. */
  stopChanges: () => storm.stop(),
  stop: ids => Promise.all(ids.map(id => standIns[id].stop())),
});
