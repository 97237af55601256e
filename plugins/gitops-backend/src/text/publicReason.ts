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
import { gitopsInstanceReadPermission } from '@gitops-platform/backstage-plugin-gitops-common';
import {
  UpstreamError,
  UpstreamFailure,
} from '@gitops-platform/backstage-plugin-gitops-node';

const REASONS: Record<UpstreamFailure, string> = {
  unauthorized: "refuses the backend's credentials",
  forbidden: 'does not let the backend read this',
  'not-found': 'does not know what was asked for',
  rejected: 'refuses the request',
  'rate-limited': 'gets too many calls for now',
  'server-error': 'answers with an error of its own',
  timeout: 'does not answer in time',
  dns: 'cannot be found in the network',
  tls: 'presents a certificate that is not trusted',
  connection: 'cannot be reached or breaks the connection',
  redirect: 'sends the backend elsewhere',
  'content-type': 'answers something else than {system} does',
  malformed: 'answers what cannot be read',
  'too-large': 'answers more than the backend takes',
  'circuit-open': 'has failed repeatedly and is asked again in a moment',
};

/** What did not answer. */
interface Failing {
  /** Such as Vault. */
  system?: string;
  /** What one of it is called. */
  one?: string;
  /** What the system itself means, where that is known. */
  what?: string;
}

/**
 * Why an instance gives nothing, for everybody who may read the entity: the failure's kind alone. Its message names
 * addresses, paths and what the server answered, which `gitops.instance.read` guards.
 */
export function publicReason(
  name: string,
  error: unknown,
  { system = 'Argo CD', one = 'instance', what }: Failing = {},
): string {
  const said = what ?? whatOf(error).replace('{system}', system);
  return `${system} ${one} '${name}' ${said}: more is in the backend's log, and shown to whoever has the permission ${gitopsInstanceReadPermission.name}`;
}

function whatOf(error: unknown): string {
  if (error instanceof UpstreamError) {
    return REASONS[error.failure];
  }
  return error instanceof InputError
    ? 'cannot be asked, because its configuration is wrong'
    : 'could not be read';
}
