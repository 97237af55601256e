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

import type { VaultAnswer, VaultRequest } from '../http';
import type { VaultSnapshot } from '../state';

/** The release whose answers the sandbox gives. */
const VERSION = '1.21.4';

function cluster({ clusterId, sealed }: VaultSnapshot) {
  return sealed
    ? {}
    : {
        cluster_name: `vault-cluster-${clusterId.slice(0, 8)}`,
        cluster_id: clusterId,
      };
}

/** `sys/health`: its status code tells an active node from one that waits or is sealed; a query may choose others. */
function health(
  state: VaultSnapshot,
  { query }: VaultRequest,
  now: Date,
): VaultAnswer {
  const { sealed } = state;
  const standby = sealed || state.standby;
  const code = (name: string, usual: number) => {
    const asked = Number(query[name]);
    return asked >= 100 && asked <= 599 ? asked : usual;
  };
  const active = code('activecode', 200);
  const waits = 'standbyok' in query ? active : code('standbycode', 429);
  const replication = sealed ? 'unknown' : 'disabled';
  const awake = state.standby ? waits : active;
  return {
    status: sealed ? code('sealedcode', 503) : awake,
    plain: {
      initialized: true,
      sealed,
      standby,
      performance_standby: false,
      replication_performance_mode: replication,
      replication_dr_mode: replication,
      server_time_utc: Math.floor(now.getTime() / 1000),
      version: VERSION,
      enterprise: false,
      ...cluster(state),
      echo_duration_ms: 0,
      clock_skew_ms: 0,
      replication_primary_canary_age_ms: 0,
    },
  };
}

export function sealStatus(state: VaultSnapshot): VaultAnswer {
  return {
    plain: {
      type: 'shamir',
      initialized: true,
      sealed: state.sealed,
      t: 1,
      n: 1,
      progress: 0,
      nonce: '',
      version: VERSION,
      build_date: '2025-11-21T02:29:32Z',
      migration: false,
      ...cluster(state),
      recovery_seal: false,
      storage_type: 'file',
    },
  };
}

function leader({ standby }: VaultSnapshot): VaultAnswer {
  return {
    plain: {
      ha_enabled: standby,
      is_self: false,
      active_time: '0001-01-01T00:00:00Z',
      leader_address: '',
      leader_cluster_address: '',
      performance_standby: false,
      performance_standby_last_remote_wal: 0,
    },
  };
}

/** What everybody may ask, also while Vault is sealed; `undefined` for any other path. */
export function statusPaths(
  state: VaultSnapshot,
  request: VaultRequest,
  now: Date,
): VaultAnswer | undefined {
  switch (request.operation === 'read' ? request.path : '') {
    case 'sys/health':
      return health(state, request, now);
    case 'sys/seal-status':
      return sealStatus(state);
    case 'sys/leader':
      return leader(state);
    default:
      return undefined;
  }
}
