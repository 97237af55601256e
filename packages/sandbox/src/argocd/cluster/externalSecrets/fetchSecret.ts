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

import type { SecretReader } from './OperatorState';
import type { ExternalSecretSpec, RemoteRef } from './shapes';

/** The operator's words for a secret that is not there. */
const NO_SECRET = 'Secret does not exist';

/** Where a key lies: below the mount of the store, or in the mount that it begins with. */
function locate(mount: string | undefined, key: string) {
  const [first, ...rest] = key.split('/');
  if (mount === undefined) {
    return { mount: first, path: rest.join('/') };
  }
  const path = key.startsWith(`${mount}/`) ? key.slice(mount.length + 1) : key;
  return { mount, path: path.replace(/^data\//, '') };
}

/**
 * What goes wrong when everything that an ExternalSecret names is fetched, in the operator's words; `undefined` where all
 * of it is there.
 */
export function fetchProblem(
  spec: ExternalSecretSpec,
  mount: string | undefined,
  secrets: SecretReader,
): string | undefined {
  const read = ({ key, version }: RemoteRef) =>
    secrets.read({
      ...locate(mount, key),
      ...(version === undefined ? {} : { version: Number(version) }),
    });
  const problemOf = (ref: RemoteRef): string | undefined => {
    const problem = secrets.problem();
    if (problem) {
      return problem;
    }
    const data = read(ref);
    if (!data) {
      return spec.target.deletionPolicy === 'Retain' ? NO_SECRET : undefined;
    }
    return ref.property !== undefined && !Object.hasOwn(data, ref.property)
      ? `cannot find secret data for key: "${ref.property}"`
      : undefined;
  };
  for (const [index, { extract }] of spec.dataFrom.entries()) {
    const problem = extract && problemOf(extract);
    if (problem) {
      return `error processing spec.dataFrom[${index}].extract, err: ${problem}`;
    }
  }
  for (const [index, { remoteRef }] of spec.data.entries()) {
    const problem = problemOf(remoteRef);
    if (problem) {
      return `error processing spec.data[${index}] (key: ${remoteRef.key}), err: ${problem}`;
    }
  }
  return undefined;
}
