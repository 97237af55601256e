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

import { looksRandom } from './looksRandom';

describe('looksRandom', () => {
  it.each([
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzEXAMPLEKEY',
    'Kx8vQ2mZpL4nR7tB1wYc',
    'q7Xn-3Rb_9LzT2vKdW8mYpA1sE6h',
    'dGhpcyBpcyBhIHNlY3JldCB0b2tlbiBvZiBvdXJz',
    'k3j5h2k3j4h5k2j3h45kj2h3',
    'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    'aBcXyZqWeRtYuIoPaSdFgHjKlZxCvBnMqW',
  ])('takes %s for a token', word => {
    expect(looksRandom(word)).toBe(true);
  });

  it.each([
    '9ec3b535-deb9-46fd-bdd6-84b9ddd392f6',
    'b0208bac7c7262fa7517c6b7b6f8118ca04af1eb',
    'B0208BAC7C7262FA7517C6B7B6F8118CA04AF1EB',
    'sha512-vRQbJDoJm1uUnX9hKX1r3zmLcoAJ8mB9bkHoHZJ9x5Q==',
    'getHTTPResponseV2ById',
    'OrdersServiceRole-Production2',
    'orders-production-5dcff6cb9-m8h2s',
    'requiredDuringSchedulingIgnoredDuringExecution',
    'kube-prometheus-stack/alertmanager-v1beta1/2024-01-01',
    'AWS_DEFAULT_REGION_EU_WEST_1',
    'xs0vbar1foo2bucketforproduction',
    'usr/lib/x86_64-linux-gnu/libstdc++/so',
    'ELASTICSEARCHCLUSTERNAME2',
  ])('takes %s for no token', word => {
    expect(looksRandom(word)).toBe(false);
  });
});
