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

import type { JsonObject } from '@backstage/types';
import { type Document, isMap } from 'yaml';
import { editYaml, type YamlEdit } from '../yaml';
import { changeMesh } from './changeMesh';
import { changeWriter, type ImageUpdaterOptions } from './changeWriter';
import { ENFORCE } from './meshNamespace';
import { parseYamlFile } from './parseYamlFile';

const APPLICATION = ['metadata'];
const NAMESPACE = ['spec', 'syncPolicy', 'managedNamespaceMetadata'];

const COMMENT =
  '# linkerd-init needs NET_ADMIN, which only privileged admits; restricted is still what is warned about.';
const COMMENT_LINE = new RegExp(`^[ \\t]*${COMMENT}\\r?\\n`, 'm');
const ENFORCE_LINE = new RegExp(`^([ \\t]*)${ENFORCE}: .*(\\r?\\n)`, 'm');

interface Metadata {
  labels: JsonObject;
  annotations: JsonObject;
}

/**
 * Brings the `application.yaml` of a service to what `platform.yaml` says now: its namespace joins the mesh of
 * `features.mesh` and leaves the other one, and Argo CD Image Updater finds what it must know where it is the
 * environment's writer. Every other byte stays, and so does what somebody decided otherwise for this service, such as
 * `linkerd.io/inject: disabled`. Without `features.mesh` the namespace is not looked at.
 *
 * Throws an `InputError` where the file does not parse, or the platform does not have the environment.
 * @public
 */
export function followSwitches(
  content: string,
  options: ImageUpdaterOptions & {
    /** The file's own path, for messages. */
    path: string;
  },
): string {
  const document = parseYamlFile(options.path, content);
  const { mesh } = options.platform;
  const application = metadataAt(document, APPLICATION);
  const namespace = metadataAt(document, NAMESPACE);
  const meshed = mesh ? changeMesh(namespace, mesh) : namespace;
  const edited = editYaml(content, [
    ...edits(APPLICATION, application, changeWriter(application, options)),
    ...edits(NAMESPACE, namespace, meshed),
  ]);
  if (namespace.labels[ENFORCE] === meshed.labels[ENFORCE]) {
    return edited;
  }
  const bare = edited.replace(COMMENT_LINE, '');
  return meshed.labels[ENFORCE] === undefined
    ? bare
    : bare.replace(ENFORCE_LINE, `$1${COMMENT}$2$&`);
}

function metadataAt(document: Document, path: string[]): Metadata {
  const at = (key: string): JsonObject => {
    const node = document.getIn([...path, key]);
    return isMap(node) ? node.toJS(document) : {};
  };
  return { labels: at('labels'), annotations: at('annotations') };
}

/** A map that is left without an entry goes. */
function edits(path: string[], before: Metadata, after: Metadata): YamlEdit[] {
  return (['labels', 'annotations'] as const).flatMap((key): YamlEdit[] => {
    const place = [...path, key];
    if (Object.keys(after[key]).length > 0) {
      return [{ op: 'set', path: place, value: after[key] }];
    }
    return Object.keys(before[key]).length > 0
      ? [{ op: 'remove', path: place }]
      : [];
  });
}
