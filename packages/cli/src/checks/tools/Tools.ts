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

/** What a command answered. @internal */
export interface ToolAnswer {
  /** 0 where all was well. */
  code: number;
  stdout: string;
  stderr: string;
}

/** How a command is run. @internal */
export interface RunOptions {
  cwd?: string;
  input?: string;
  env?: Record<string, string>;
  /** Milliseconds; default 60,000. */
  timeout?: number;
}

/**
 * The programs that some checks need.
 *
 * @public
 */
export interface Tools {
  /** Whether charts and providers may be fetched from the network. */
  online: boolean;
  /** The program's path; `undefined` where this machine has none. */
  find(name: string): string | undefined;
  /** Rejects where the program cannot be started or takes too long. */
  run(name: string, args: string[], options?: RunOptions): Promise<ToolAnswer>;
}
