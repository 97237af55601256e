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

/** What is published of the peers' frontends, at the versions whose calls `views` repeats. */
export const PEER_FRONTENDS = [
  {
    name: 'Roadie',
    spec: '@roadiehq/backstage-plugin-argo-cd@2.12.5',
    entry: 'dist/index.esm.js',
    integrity:
      'sha512-sTYZQcvDlmfz+XerhThDjprqT2UEzgc3NCVHry0HzxeX6UzAWaydCpGP4cchBtFexuQKlGyjPP53/XTVCcJDPg==',
  },
  {
    name: 'Community',
    spec: '@backstage-community/plugin-argocd@3.1.0',
    entry: 'dist/index.esm.js',
    integrity:
      'sha512-dFS2xaGIq5Zs0rQK8mGPS4JlJFtrbhzFIhKUvT7SqrCQPJ6IIueQoQBckk0dqVdd+CVKLH5+ECTMhMTR5UwGxQ==',
  },
];
