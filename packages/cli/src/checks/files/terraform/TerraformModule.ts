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

/** A block of a module that calls another. @internal */
export interface ModuleCall {
  name: string;
  source: string;
  /** Names of the inputs it gives. */
  inputs: string[];
  file: string;
}

/** A place that names something: `module.vpc.id`, `var.name`. @internal */
export interface Reference {
  /** The parts between the dots, without indices. */
  parts: string[];
  file: string;
  line?: number;
}

/**
 * One folder of Terraform files.
 *
 * @internal
 */
export interface TerraformModule {
  folder: string;
  /** Whether each has a default. */
  variables: Map<string, boolean>;
  outputs: Set<string>;
  /** The expression of each. */
  locals: Map<string, string>;
  /** `aws_vpc.this`, `data.aws_caller_identity.this`. */
  resources: Set<string>;
  /** The configuration of each `terraform_remote_state`, as text. */
  remoteStates: Map<string, string>;
  calls: ModuleCall[];
  references: Reference[];
}
