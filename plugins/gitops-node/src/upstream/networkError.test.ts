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

import { networkError } from './networkError';

const upstream = {
  instance: 'main',
  subject: "Argo CD instance 'main'",
  baseUrl: 'https://argocd.internal/argocd',
};
const withCode = (code: string, message = code) =>
  Object.assign(new Error(message), { code });

describe('networkError', () => {
  it.each<[unknown, object]>([
    [withCode('ENOTFOUND'), { failure: 'dns', retryable: false }],
    [withCode('EAI_AGAIN'), { failure: 'dns', retryable: true }],
    [withCode('UND_ERR_CONNECT_TIMEOUT'), { failure: 'timeout' }],
    [withCode('ETIMEDOUT'), { failure: 'timeout' }],
    [withCode('CERT_HAS_EXPIRED'), { failure: 'tls', retryable: false }],
    [withCode('ERR_TLS_CERT_ALTNAME_INVALID'), { failure: 'tls' }],
    [withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), { failure: 'tls' }],
    [withCode('ECONNRESET'), { failure: 'connection', retryable: true }],
    [
      new AggregateError([withCode('ECONNREFUSED'), withCode('EHOSTUNREACH')]),
      { failure: 'connection', code: 'ECONNREFUSED' },
    ],
    [
      new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }),
      { failure: 'dns', code: 'ENOTFOUND' },
    ],
    ['thrown text', { failure: 'connection', code: undefined }],
  ])('tells %s apart', (error, fields) => {
    expect(networkError(upstream, error)).toMatchObject({
      instance: 'main',
      message: expect.stringMatching(/^Argo CD instance 'main' .+: .+/),
      ...fields,
    });
  });
});
