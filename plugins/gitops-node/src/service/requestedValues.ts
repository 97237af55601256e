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

import { serviceHosts } from '../platform';
import { ServicePlanContext } from './ServicePlanContext';

/**
 * The part of a service's Helm values that the request decides. Everything else, the version first of all, belongs
 * to others.
 * @internal
 */
export interface RequestedValues {
  replicas: number;
  size: string;
  service: { port: number };
  route?: { host: string };
  secrets?: {
    store: { kind: string; name: string };
    path: string;
    names: string[];
  };
}

/** @internal */
export function requestedValues(context: ServicePlanContext): RequestedValues {
  const { request, environment, platform } = context;
  const values: RequestedValues = {
    replicas: request.replicas,
    size: request.size,
    service: { port: request.port },
  };
  if (request.host) {
    const [{ host }] = serviceHosts(platform, {
      host: request.host,
      environments: [environment],
    });
    values.route = { host };
  }
  if (request.secrets.length) {
    values.secrets = {
      store: { ...platform.secretStore },
      path: `${environment}/${request.name}`,
      names: request.secrets,
    };
  }
  return values;
}
