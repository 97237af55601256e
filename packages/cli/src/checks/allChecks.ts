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

import { alertRules } from './alerts';
import type { Check } from './core';
import { documentLinks, documentPaths } from './files/docs';
import { dockerfiles } from './files/docker';
import { shellSyntax } from './files/shell';
import {
  terraformFormat,
  terraformReferences,
  terraformValidate,
} from './files/terraform';
import {
  driftExitCode,
  imageCopies,
  pinnedActions,
  workflowIdentity,
  workflowInputs,
  workflowPermissions,
  workflowSyntax,
} from './files/workflows';
import { yamlSyntax } from './files/yaml';
import { graphChecks } from './graph';
import { driftCheck } from './named/driftCheck';
import { placeholders } from './named/placeholders';
import { platformCheck } from './named/platformCheck';
import { renderCheck } from './named/renderCheck';
import { schemaCheck } from './named/schemaCheck';
import { valuesCheck } from './named/valuesCheck';
import { numbersCheck } from './numbers';
import { noSecrets, secretProducers } from './secrets';

/**
 * Every check, in the order in which they run: what others build on comes first.
 *
 * @public
 */
export const ALL_CHECKS: readonly Check[] = [
  platformCheck,
  yamlSyntax,
  driftCheck,
  placeholders,
  renderCheck,
  valuesCheck,
  schemaCheck,
  ...graphChecks,
  numbersCheck,
  noSecrets,
  secretProducers,
  alertRules,
  terraformReferences,
  terraformFormat,
  terraformValidate,
  workflowSyntax,
  pinnedActions,
  workflowPermissions,
  workflowInputs,
  workflowIdentity,
  driftExitCode,
  imageCopies,
  shellSyntax,
  dockerfiles,
  documentLinks,
  documentPaths,
];
