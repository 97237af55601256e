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
import type { Rendering } from '../rendering';

/** Where figures are read. @internal */
export interface FigureSources {
  tree: Tree;
  /** What is deployed. */
  platform: Rendering;
  /** The golden chart with each of its `ci/` values, and the workloads in every environment. */
  samples: Rendering;
}

/** A figure as some file has it. @internal */
export interface FoundFigure {
  file: string;
  line?: number;
  value: unknown;
}

/**
 * A number that one of the source documents demands.
 *
 * @public
 */
export interface Figure {
  figure: string;
  /** Of the five documents, with the section. */
  document: string;
  /** Where it is, in words. */
  where: string;
  expected: unknown;
  /** Whether the platform has what the figure is of; without it, every platform has. */
  applies?(sources: FigureSources): boolean;
  /** Everywhere that it stands; nothing where the tree does not have it. */
  find(sources: FigureSources): FoundFigure[];
  /** Whether what was found will do; without it, it must equal `expected`. */
  fits?(value: unknown): boolean;
}
