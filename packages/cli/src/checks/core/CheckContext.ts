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

import type { Tree } from '../../tree';
import type { Charts } from '../charts';
import type { Rendering } from '../rendering';
import type { SchemaSource } from '../schemas';
import type { Tools } from '../tools';

/**
 * What a check may look at, and how it reports besides its problems.
 *
 * @public
 */
export interface CheckContext {
  tree: Tree;
  /** Where the tree lies on disk, for tools that read it there. */
  root: string;
  /** Values, schemas and CRDs of third-party charts (`--charts`). */
  charts?: Charts;
  schemas: SchemaSource;
  tools: Tools;
  /** Every Application of the tree as platform.yaml stands, with its manifests. Made once, when first asked for. */
  rendering(): Promise<Rendering>;
  /** The same for the tree, then for what it offers and may not deploy, then for the other feature sets. */
  renderings(): AsyncIterable<Rendering>;
  /** What the tree offers: its charts with each of their `ci/` values, its workloads in every environment. */
  samples(): Promise<Rendering>;
  say(line: string): void;
  /** Says honestly what this run could not look at, so that green never means more than was seen. */
  notChecked(what: string, why: string): void;
  /** Adds to a figure of the report: `manifests`, `documents`. */
  count(figure: string, by?: number): void;
}
