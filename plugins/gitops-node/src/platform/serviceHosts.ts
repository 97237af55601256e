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

import { getPlatformEnvironment } from './getPlatformEnvironment';
import { Platform } from './Platform';

/**
 * Where a service answers in one environment.
 * @public
 */
export interface ServiceHost {
  environment: string;
  /** `<host>.<domain of the environment>` */
  host: string;
  url: string;
}

/**
 * The host names of a service, one per environment, in the order given.
 * @public
 */
export function serviceHosts(
  platform: Platform,
  options: { host: string; environments: string[] },
): ServiceHost[] {
  return options.environments.map(environment => {
    const { domain } = getPlatformEnvironment(platform, environment);
    const host = `${options.host}.${domain}`;
    return { environment, host, url: `https://${host}` };
  });
}
