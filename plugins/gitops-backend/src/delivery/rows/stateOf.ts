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
  DeliveryRow,
  Finding,
} from '@gitops-platform/backstage-plugin-gitops-common';
import { isSilence, type UnknownUpstream } from '../findings/unknownUpstreams';
import { isNameOnly, type RowFacts } from './RowFacts';

/**
 * How a row is, by the worst that is known of it. Nothing is claimed to be well as long as something that should say
 * so does not answer; what the caller may not see does not count.
 */
export function stateOf(
  row: RowFacts,
  options: {
    findings: Finding[];
    /** What does not answer and concerns the row. */
    unknown: UnknownUpstream[];
    /** Whether all Applications are known that may be in it. */
    complete: boolean;
  },
): DeliveryRow['state'] {
  const { complete, findings, unknown } = options;
  const { applications } = row;
  if (applications.length === 0) {
    return complete ? 'missing' : 'unknown';
  }
  const wrong = findings.filter(finding => !isSilence(finding));
  const worst = (severity: Finding['severity']) =>
    wrong.some(finding => finding.severity === severity);
  if (worst('error')) {
    return 'broken';
  }
  const unsaid = applications.some(
    app => isNameOnly(app) || app.health === 'Unknown',
  );
  const silent = findings.some(
    finding => isSilence(finding) && finding.severity !== 'info',
  );
  if (unsaid || silent || unknown.length > 0) {
    return 'unknown';
  }
  const well = applications.every(
    ({ health, sync }) => health === 'Healthy' && sync === 'Synced',
  );
  return worst('warning') || !well ? 'attention' : 'well';
}
