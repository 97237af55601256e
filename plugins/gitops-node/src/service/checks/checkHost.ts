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

import type { ServiceCheck } from './ServiceCheck';

/**
 * A host that a service claims in Git.
 * @public
 */
export interface HostInUse {
  /** Fully qualified, lower case. */
  host: string;
  service: string;
  environment: string;
  /** The file that says so. */
  path: string;
}

/**
 * Everything that decides whether a host is free.
 * @public
 */
export interface HostFacts {
  /** DNS label that was typed; empty means no route. */
  host: string;
  /** The service that asks: what it claims already is its own. */
  service?: string;
  /** The domains of the environments; without any, the first labels are compared. */
  domains: string[];
  inUse: HostInUse[];
}

/**
 * Says whether a service may claim a host: a DNS label that no other service claims in Git.
 * @public
 */
export function checkHost(facts: HostFacts): ServiceCheck {
  const { host, service, domains, inUse } = facts;
  if (!host) {
    return {
      status: 'ok',
      message: 'Without a host, the service has no route from outside.',
    };
  }
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(host)) {
    return {
      status: 'refused',
      message:
        'Use one DNS label: at most 63 lower-case letters, digits and hyphens, beginning and ending with a letter or digit. The domain is added per environment.',
    };
  }
  const wanted = domains.map(domain =>
    `${host}.${domain}`.toLocaleLowerCase('en-US'),
  );
  const tooLong = wanted.find(name => name.length > 253);
  if (tooLong) {
    return {
      status: 'refused',
      message: `${tooLong} has more than 253 characters. Choose a shorter host.`,
    };
  }
  const taken = inUse.find(
    other =>
      other.service !== service &&
      (wanted.length > 0
        ? wanted.includes(other.host)
        : other.host.split('.')[0] === host),
  );
  if (taken) {
    return {
      status: 'refused',
      message: `${taken.host} belongs to service "${taken.service}" (${taken.path}). Choose another host.`,
    };
  }
  return { status: 'ok', message: wanted.join(', ') || undefined };
}
