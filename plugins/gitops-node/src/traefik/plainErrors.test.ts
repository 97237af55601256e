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

import { plainErrors } from './plainErrors';

describe('plainErrors', () => {
  it.each([
    [
      'middleware "default-nosuch@kubernetescrd" does not exist',
      'the middleware default-nosuch@kubernetescrd does not exist',
    ],
    [
      'error while parsing rule Hots(`x`): parsing rule Hots(`x`): unsupported function: Hots',
      'the rule cannot be parsed: there is no matcher Hots',
    ],
    [
      'error while parsing rule Host(: parsing rule Host(: 1:6: expected',
      'the rule cannot be parsed',
    ],
    [
      'the service "shop-web@kubernetescrd" does not exist',
      'the service shop-web@kubernetescrd does not exist',
    ],
    [
      'entryPoint "websecure" doesn\'t exist',
      'the entry point websecure does not exist',
    ],
    [
      'no valid entryPoint for this router',
      'it is on no entry point that exists',
    ],
    [
      'invalid rule: "HostSNI(`a`)" , has HostSNI matcher, but no TLS on router',
      'a rule with HostSNI needs TLS, but for HostSNI(`*`)',
    ],
    [
      'the router priority 9223372036854775807 exceeds the max user-defined priority 9223372036854774807',
      'its priority is above 9223372036854774807, the highest that Traefik accepts',
    ],
  ])('puts %s into words', (error, words) => {
    expect(plainErrors([error, error])).toEqual([words]);
  });

  it.each([
    'error parsing BasicUser: admin$apr1$secret',
    'middleware "a b secret" does not exist',
    'plugin: secret',
    'error parsing server URL http://user:secret@host',
    '',
  ])('keeps %j to itself', error => {
    expect(plainErrors([error])).toEqual([
      expect.stringMatching(/^Traefik reports an error whose words may hold/),
    ]);
  });
});
