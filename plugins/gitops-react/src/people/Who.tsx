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

import { EntityLink } from './EntityLink';
import { userRef } from './userRef';

/** What the backend says where nobody asked for it. */
const AUTOMATED = 'automated';

/**
 * Props of {@link Who}.
 * @public
 */
export type WhoProps = {
  /** Reference of a person or group, `automated`, or a username of Argo CD. */
  name: string;
  /** What is said where nobody asked for it, as it reads in its place. */
  automated: string;
};

/**
 * Who, or what, did something: a person or group of the catalog by title and linked, Argo CD by itself, or a username
 * of Argo CD.
 * @public
 */
export function Who({ name, automated }: WhoProps) {
  if (name === AUTOMATED) {
    return <>{automated}</>;
  }
  const entityRef = userRef(name);
  return entityRef ? <EntityLink entityRef={entityRef} /> : <>{name}</>;
}
