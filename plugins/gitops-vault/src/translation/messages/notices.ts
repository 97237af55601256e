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

/** What is said beside, or instead of, an entity's secrets. */
export const noticeMessages = {
  nothing: {
    title: 'No secrets are claimed',
    none: 'This entity says nothing of its secrets, and no Vault server has a pathPattern for it.',
    how: 'Name the paths in catalog-info.yaml: {{example}}. Or set pathPattern at gitops.vault.servers, for every service alike.',
    found: 'Nothing is known of {{paths}}',
    asked: 'No Vault server that could be read has it (asked: {{servers}}).',
    noServer: 'No Vault server is configured: set gitops.vault.servers.',
    compare:
      'Compare the annotation vault.io/secrets-path in catalog-info.yaml with the paths in Vault.',
    comparePattern:
      'The path comes from the pathPattern of the server. Name another with the annotation vault.io/secrets-path.',
  },
  hidden: {
    title_one: '{{count}} path is hidden from you',
    title_other: '{{count}} paths are hidden from you',
  },
  unreachable: {
    hint: 'Whether the secrets are there is not known until one answers.',
  },
  denied: {
    title: 'Vault denies Backstage to read {{path}}',
    hint: 'The policy of the login that Backstage uses on {{server}} has to allow to list and read the metadata there. The secrets may well be there.',
  },
  unproved: {
    title: 'It is not proved that {{path}} belongs to this entity',
    hint: 'The path fits none of the allowedPaths of {{server}}. Name another path, or have the pattern allowed. Until then nothing is read there.',
  },
  missing: {
    title: 'Nothing is at {{path}}',
    hint: 'No secret was ever written there, or the path in the annotation is wrong.',
  },
  sealed: {
    title: 'Vault server {{server}} is sealed',
    hint: 'Nobody can read anything in it, services neither, until whoever runs it unseals it.',
  },
  unreachablePath: {
    title: 'Vault server {{server}} does not answer',
    hint: 'Whether the secrets are there is not known. It is asked again by itself.',
  },
} as const;
