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

/** A question of `platform init`, and where its answer goes. */
export interface Question {
  path: string[];
  text: string;
  /** What an empty answer means; `undefined`: it must be answered. */
  fallback?: (answered: ReadonlyMap<string, string>) => string;
  /** An answer that is a list, separated by commas. */
  isList?: boolean;
}

const of = (answered: ReadonlyMap<string, string>, key: string) =>
  answered.get(key) ?? '';

/** What nobody but the adopter knows; every other key of platform.yaml can be changed there afterwards. */
export const QUESTIONS: readonly Question[] = [
  {
    path: ['organisation'],
    text: 'Owner of the repositories, in lower case',
  },
  {
    path: ['repository', 'url'],
    text: 'Address of this repository, as Argo CD pulls it',
    fallback: answered =>
      `https://github.com/${of(answered, 'organisation')}/gitops-platform.git`,
  },
  {
    path: ['repository', 'branch'],
    text: 'Branch that Argo CD follows',
    fallback: () => 'main',
  },
  {
    path: ['registry'],
    text: "Registry and folder of the services' images",
    fallback: answered => `ghcr.io/${of(answered, 'organisation')}`,
  },
  {
    path: ['domain'],
    text: 'Domain that services of production answer below',
  },
  {
    path: ['aws', 'accountId'],
    text: 'AWS account, 12 digits',
  },
  {
    path: ['aws', 'region'],
    text: 'AWS region',
    fallback: () => 'eu-central-1',
  },
  {
    path: ['contact'],
    text: 'Address for mails of certificates and alerts',
    fallback: answered => `platform@${of(answered, 'domain')}`,
  },
  {
    path: ['sso', 'issuer'],
    text: 'Issuer of the identity provider (OIDC)',
    fallback: answered => `https://sso.${of(answered, 'domain')}`,
  },
  {
    path: ['network', 'allowedCidrs'],
    text: 'Networks that may open the dashboards, separated by commas',
    fallback: () => '10.0.0.0/8',
    isList: true,
  },
];
