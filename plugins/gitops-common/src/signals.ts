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

/**
 * The signals channel that tells the pages of an entity to fetch again.
 *
 * @param entityRef - the entity's full reference, `kind:namespace/name` in lower case
 * @public
 */
export function gitopsSignalChannel(entityRef: string): string {
  return `gitops:${entityRef}`;
}

/**
 * What is sent on {@link gitopsSignalChannel}: the store's version and nothing else, because anybody may
 * subscribe to any channel.
 * @public
 */
export type GitOpsSignal = {
  version: number;
};

/**
 * The signals channel that tells fleet pages to fetch again, at most every five seconds. It carries a
 * {@link GitOpsSignal}.
 * @public
 */
export const gitopsFleetSignalChannel = 'gitops:fleet';
