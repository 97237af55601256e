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

import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { InputError } from '@backstage/errors';
import {
  Agent,
  EnvHttpProxyAgent,
  Pool,
  ProxyAgent,
  type Dispatcher,
} from 'undici';
import type { ProxyChoice } from './chooseProxy';

const CONNECTIONS = 16;

/** The connections of one instance: kept alive, bounded, with its own authorities and proxy. */
export function createDispatcher(options: {
  subject: string;
  caFile?: string;
  proxy?: ProxyChoice;
  /** Milliseconds. */
  connectTimeout: number;
}): Dispatcher {
  const { subject, caFile, proxy, connectTimeout } = options;
  const connect = {
    timeout: connectTimeout,
    keepAlive: true,
    ...(caFile && { ca: [...rootCertificates, readCa(subject, caFile)] }),
  };
  const agent = { connections: CONNECTIONS, keepAliveTimeout: 30_000, connect };
  if (!proxy) {
    return new Agent(agent);
  }
  const { uri } = proxy;
  const tunnelled = {
    ...agent,
    requestTls: connect,
    proxyTls: connect,
    // A proxy that never answers must not hold its connections for undici's five minutes.
    clientFactory: (origin: URL, settings: object) =>
      new Pool(origin, { ...settings, headersTimeout: connectTimeout }),
  };
  return typeof uri === 'string'
    ? new ProxyAgent({ ...tunnelled, uri })
    : new EnvHttpProxyAgent({ ...tunnelled, ...uri });
}

function readCa(subject: string, caFile: string): string {
  try {
    const pem = readFileSync(caFile, 'utf8');
    // Parsed only to find out now that it can be; a bundle goes to TLS as a whole.
    return new X509Certificate(pem) && pem;
  } catch (error) {
    throw new InputError(
      `${subject}: tls.caFile: found '${caFile}', expected a PEM file of certificates that the backend can read`,
      error,
    );
  }
}
