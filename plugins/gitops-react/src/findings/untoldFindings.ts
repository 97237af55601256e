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

import type {
  Finding,
  UpstreamStatus,
} from '@gitops-platform/backstage-plugin-gitops-common';

/**
 * The findings of an answer that the notices above it do not tell already: of a wrong annotation, and of an instance that
 * does not answer.
 * @public
 */
export function untoldFindings(answer: {
  claim: { problem?: string };
  findings: Finding[];
  instances: UpstreamStatus[];
}): Finding[] {
  const { claim, findings, instances } = answer;
  const failing = new Set(
    instances.flatMap(({ name, status }) => (status === 'ok' ? [] : name)),
  );
  return findings.filter(({ kind, message, subject = '' }) => {
    switch (kind) {
      case 'wrongClaim':
        return message !== claim.problem;
      case 'upstreamUnknown':
      case 'vaultSealed':
        return !failing.has(subject);
      default:
        return true;
    }
  });
}
