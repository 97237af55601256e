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

import { InputError } from '@backstage/errors';

/** The proxy that an instance is called through. */
export interface ProxyChoice {
  /** How it is called in messages; its credentials are not part of it. */
  label: string;
  /** One for this instance, or those of the environment, which `NO_PROXY` may exclude. */
  uri: string | { httpProxy?: string; httpsProxy?: string };
}

const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The proxy to an instance: its own, or one that `HTTP_PROXY` or `HTTPS_PROXY` names. As with curl and Go, this
 * machine itself is never reached through one of the environment.
 *
 * @throws InputError where the environment names something else than an address.
 */
export function chooseProxy(options: {
  subject: string;
  /** The address of the instance. */
  url: string;
  /** The instance's own. */
  proxyUrl?: string;
  environment: Record<string, string | undefined>;
}): ProxyChoice | undefined {
  const { subject, url, proxyUrl, environment } = options;
  if (proxyUrl) {
    return { label: `the proxy ${new URL(proxyUrl).origin}`, uri: proxyUrl };
  }
  const { protocol, hostname } = new URL(url);
  const read = (name: string) => {
    // Empty means none, and the lower-case name counts first, as everywhere.
    const value = environment[name.toLowerCase()] || environment[name];
    return value ? addressOf(value, { subject, name }) : undefined;
  };
  const httpProxy = read('HTTP_PROXY');
  const httpsProxy = read('HTTPS_PROXY');
  const name =
    protocol === 'https:' && httpsProxy ? 'HTTPS_PROXY' : 'HTTP_PROXY';
  const applies = httpProxy ?? (protocol === 'https:' && httpsProxy);
  return applies && !LOOPBACK.test(hostname)
    ? {
        label: `the proxy that ${name} names, unless NO_PROXY excludes it`,
        uri: { httpProxy, httpsProxy },
      }
    : undefined;
}

/** Other tools take a name without a scheme, too. */
function addressOf(
  value: string,
  options: { subject: string; name: string },
): string {
  const address = /^https?:\/\//.test(value) ? value : `http://${value}`;
  if (!URL.canParse(address)) {
    throw new InputError(
      `${options.subject}: expected the address of a proxy in the environment variable ${options.name}, such as http://proxy.example.com:3128`,
    );
  }
  return address;
}
