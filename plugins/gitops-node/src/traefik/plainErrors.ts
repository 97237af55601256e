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

/** A name of Kubernetes or of Traefik, as messages quote it. */
const NAME = '([\\w.@/:-]{1,253})';

/**
 * What Traefik may say of a router or service, and how we say it. Whatever else it says may quote what is in a
 * middleware or a URL, which carries credentials: `error parsing BasicUser: …` does.
 *
 * The texts are those of pkg/server/{router,service,middleware} and pkg/config/runtime of Traefik 3.7.
 */
const KNOWN: [RegExp, string][] = [
  [
    new RegExp(`^middleware "${NAME}" does not exist$`),
    'the middleware $1 does not exist',
  ],
  [
    new RegExp(`^invalid middleware "${NAME}" configuration\\b`),
    'the configuration of the middleware $1 is not valid',
  ],
  [
    new RegExp(`^the service "${NAME}" does not exist$`),
    'the service $1 does not exist',
  ],
  [
    new RegExp(`^the service "${NAME}" does not have any type defined$`),
    'the service $1 has no type',
  ],
  [
    new RegExp(`^entryPoint "${NAME}" doesn't exist$`),
    'the entry point $1 does not exist',
  ],
  [
    /^no valid entryPoint for this router$/,
    'it is on no entry point that exists',
  ],
  [/^the service is missing on the router$/, 'it names no service'],
  [/^router has no rule$/, 'it has no rule'],
  [/^router is not reachable$/, 'no request can reach it'],
  [
    /^the router priority -?\d+ exceeds the max user-defined priority (\d+)$/,
    'its priority is above $1, the highest that Traefik accepts',
  ],
  [
    /unsupported function: (\w{1,60})$/,
    'the rule cannot be parsed: there is no matcher $1',
  ],
  [
    /has HostSNI matcher, but no TLS on router$/,
    'a rule with HostSNI needs TLS, but for HostSNI(`*`)',
  ],
  [
    /(parsing rule|invalid rule|non-ASCII characters are not allowed)/,
    'the rule cannot be parsed',
  ],
  [
    /TLSOptions configuration is conflicting with other routers/,
    'its TLS options conflict with those of another router of the same host and entry point',
  ],
  [
    /the TLS option \S+ cannot be applied$/,
    'its TLS options cannot be applied, because its rule names no host',
  ],
  [
    new RegExp(`^unknown TLS options: ${NAME}$`),
    'the TLS options $1 do not exist',
  ],
  [
    new RegExp(
      `^router uses a non-?existent certificate resolver:? "?${NAME}"?$`,
      'i',
    ),
    'the certificate resolver $1 does not exist',
  ],
  [
    /^cyclic reference detected in router tree/,
    'its parents refer to one another in a circle',
  ],
  [
    new RegExp(`^servers transport not found ${NAME}$`),
    'the servers transport $1 does not exist',
  ],
];

const OTHER =
  'Traefik reports an error whose words may hold what is in a middleware: look at its page on the dashboard';

/** Errors in words that hold no more than names, each once. */
export function plainErrors(errors: string[]): string[] {
  return [...new Set(errors.map(plainError))];
}

function plainError(error: string): string {
  for (const [pattern, words] of KNOWN) {
    const match = pattern.exec(error);
    if (match) {
      return words.replace('$1', () => match[1] ?? '');
    }
  }
  return OTHER;
}
