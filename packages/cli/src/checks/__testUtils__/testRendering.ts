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

import { parseAllDocuments } from 'yaml';
import type { AddOn } from '../../addons';
import { readPlatformFile, type PlatformFeatures } from '../../platform';
import { SHIPPED } from '../../__testUtils__/smallTree';
import type {
  ChartRelease,
  DeployedApplication,
  Manifest,
  Rendering,
} from '../rendering';
import { isRecord, textAt } from '../yaml';

/** What a test says of a rendering; the rest is that of the shipped platform. */
export interface TestRendering {
  name?: string;
  isSample?: boolean;
  features?: Partial<PlatformFeatures>;
  /** By the name of the Application that brings them. */
  manifests?: Record<string, string>;
  applications?: (Partial<DeployedApplication> & { name: string })[];
  releases?: (Partial<ChartRelease> & Pick<ChartRelease, 'chart'>)[];
  addOns?: AddOn[];
  tree?: Record<string, string>;
}

/** An add-on with little in it. */
export function testAddOn(addOn: Partial<AddOn> & { name: string }): AddOn {
  return {
    description: 'for a test',
    when: {},
    namespace: addOn.name,
    namespaces: [],
    podSecurity: 'restricted',
    band: 'ingress',
    crds: [],
    needs: [],
    handOff: {},
    links: {},
    secrets: [],
    ignoreDifferences: [],
    clusterResources: [],
    ...addOn,
  };
}

function testApplication(
  given: Partial<DeployedApplication> & { name: string },
): DeployedApplication {
  return {
    file: `applications/${given.name}.yaml`,
    manifest: {},
    sources: [],
    project: 'platform',
    cluster: 'in-cluster',
    namespace: given.name,
    waves: [0],
    ...given,
  };
}

function manifestsOf(
  text: string,
  application: DeployedApplication,
): Manifest[] {
  return parseAllDocuments(text)
    .map(document => document.toJS() as unknown)
    .filter(isRecord)
    .map(value => {
      const apiVersion = textAt(value, 'apiVersion') ?? '';
      const kind = textAt(value, 'kind') ?? '';
      return {
        application,
        file: `${application.name}/${kind}.yaml`,
        value,
        apiVersion,
        group: apiVersion.includes('/') ? apiVersion.split('/')[0] : '',
        kind,
        name: textAt(value, 'metadata', 'name') ?? '',
        namespace: textAt(value, 'metadata', 'namespace'),
      };
    });
}

/** A rendering as a test describes it. */
export function testRendering(given: TestRendering = {}): Rendering {
  const platform = readPlatformFile(SHIPPED);
  const applications = (given.applications ?? []).map(testApplication);
  const find = (name: string) => {
    const known = applications.find(one => one.name === name);
    if (known) return known;
    const made = testApplication({ name });
    applications.push(made);
    return made;
  };
  const manifests = Object.entries(given.manifests ?? {}).flatMap(
    ([name, text]) => manifestsOf(text, find(name)),
  );
  const releases = (given.releases ?? []).map(release => ({
    application: find(release.chart),
    repository: 'https://charts.example.com',
    version: '1.0.0',
    releaseName: release.chart,
    values: {},
    files: [`infrastructure/${release.chart}/values/default.yaml`],
    ...release,
  }));
  return {
    name: given.name ?? 'platform.yaml',
    isSample: given.isSample ?? false,
    tree: new Map(Object.entries(given.tree ?? {})),
    platform: {
      ...platform,
      features: { ...platform.features, ...given.features },
    },
    addOns: given.addOns ?? [],
    applications,
    manifests,
    releases,
    problems: [],
    notRendered: [],
  };
}
