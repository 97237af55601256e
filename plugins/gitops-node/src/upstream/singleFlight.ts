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
 * Makes callers of the same key share one call while it is under way. What fails is not kept.
 * @public
 */
export function singleFlight<T>(): (
  key: string,
  call: () => Promise<T>,
) => Promise<T> {
  const underWay = new Map<string, Promise<T>>();
  return (key, call) => {
    const shared = underWay.get(key);
    if (shared) {
      return shared;
    }
    const started = call().finally(() => underWay.delete(key));
    underWay.set(key, started);
    return started;
  };
}
