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

import { InputError } from '@backstage/errors';
import { SWITCHES } from '../platform';
import { conditionOf } from './clusters/conditionOf';
import { addOnFolder, pathsBelow } from './clusters/layersOf';
import type { RenderContext } from './RenderContext';

/** Kubernetes' own, which no environment may reach either. */
const KUBERNETES_NAMESPACES = [
  'default',
  'kube-node-lease',
  'kube-public',
  'kube-system',
];

const PROFILES = ['default', 'local', 'dev', 'staging', 'production'];

/** Throws an `InputError` that lists what is wrong with the add-ons of a tree, beyond each one's own file. */
export function refuseAddOns(context: RenderContext): void {
  const problems = [
    ...missingNeeds(context),
    ...sharedNamespaces(context),
    ...reachableNamespaces(context),
    ...misplacedFiles(context),
  ];
  if (problems.length > 0) {
    throw new InputError(problems.join('\n'));
  }
}

function missingNeeds({ placements }: RenderContext): string[] {
  return placements.flatMap(({ addOn, cluster }) =>
    addOn.needs
      .filter(
        need =>
          !placements.some(
            other =>
              other.addOn.name === need && other.cluster.name === cluster.name,
          ),
      )
      .map(
        need =>
          `infrastructure/${addOn.name}/addon.yaml: needs: ${need} is not on in ${cluster.name}; switch it on in platform.yaml, or ${addOn.name} off`,
      ),
  );
}

function sharedNamespaces({ placements }: RenderContext): string[] {
  return placements.flatMap(({ addOn, cluster }, index) =>
    placements
      .slice(0, index)
      .filter(
        other =>
          other.cluster.name === cluster.name &&
          other.addOn.namespace === addOn.namespace &&
          other.addOn.podSecurity !== addOn.podSecurity,
      )
      .map(
        other =>
          `infrastructure/${addOn.name}/addon.yaml: namespace: ${addOn.namespace} is to be ${addOn.podSecurity} here and ${other.addOn.podSecurity} by ${other.addOn.name}, and their Applications would overwrite each other's label; say the same in both, or use two namespaces`,
      ),
  );
}

function reachableNamespaces({ addOns, platform }: RenderContext): string[] {
  const namespaces = new Set([
    ...KUBERNETES_NAMESPACES,
    ...addOns.flatMap(({ namespace, namespaces: more }) => [
      namespace,
      ...more,
    ]),
  ]);
  return platform.environments.flatMap(({ name }) =>
    [...namespaces]
      .filter(namespace => namespace.endsWith(`-${name}`))
      .map(
        namespace =>
          `platform.yaml: environments: services of ${name} may write to namespaces that end with -${name}, and ${namespace} is the platform's; choose another name`,
      ),
  );
}

function misplacedFiles({ tree, addOns }: RenderContext): string[] {
  return addOns.flatMap(({ name }) => {
    const folder = addOnFolder(name);
    return [
      ...pathsBelow(tree, `${folder}/values`).flatMap(path =>
        explainValues(path.split('/')).map(
          why => `${folder}/values/${path}: ${why}`,
        ),
      ),
      ...pathsBelow(tree, `${folder}/config/when`).flatMap(path =>
        explainCondition(path.split('/')[0]).map(
          why => `${folder}/config/when/${path}: ${why}`,
        ),
      ),
      ...pathsBelow(tree, `${folder}/cluster`).flatMap(path =>
        explainCluster(path.split('/')).map(
          why => `${folder}/cluster/${path}: ${why}`,
        ),
      ),
    ];
  });
}

function explainValues([first, second, ...rest]: string[]): string[] {
  if (first === 'when' && second?.endsWith('.yaml') && rest.length === 0) {
    return explainCondition(second.replace(/\.yaml$/, ''));
  }
  return second === undefined && PROFILES.some(one => first === `${one}.yaml`)
    ? []
    : [
        `no cluster reads it; values are in ${PROFILES.join(
          '.yaml, ',
        )}.yaml, and when/<switch>-<option>.yaml`,
      ];
}

function explainCluster(parts: string[]): string[] {
  const isConditional = parts[0] === 'when';
  const depth = isConditional ? 3 : 1;
  if (parts.length !== depth || !parts[depth - 1].endsWith('.yaml')) {
    return [
      'is neither <name>.yaml nor when/<switch>-<option>/<name>.yaml; what does not depend on the cluster belongs to config/',
    ];
  }
  return isConditional ? explainCondition(parts[1]) : [];
}

function explainCondition(text: string): string[] {
  return conditionOf(text)
    ? []
    : [
        `${text} is not <switch>-<option>, the switch being one of ${[
          ...SWITCHES.keys(),
        ].join(', ')}; what is true or false is on or off`,
      ];
}
