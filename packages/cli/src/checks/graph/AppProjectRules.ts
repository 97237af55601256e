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

import { isRecord, listAt, textAt, valueAt } from '../yaml';
import { fitsGlob } from './compileGlob';

/** A destination as a project looks at it. @internal */
export interface Destination {
  cluster: string;
  server?: string;
  namespace: string;
}

/**
 * What an AppProject allows, as Argo CD decides it.
 *
 * @internal
 */
export class AppProjectRules {
  static of(manifest: Record<string, unknown>): AppProjectRules {
    return new AppProjectRules(manifest);
  }

  private constructor(private readonly manifest: Record<string, unknown>) {}

  allowsSource(url: string): boolean {
    const patterns = listAt(this.manifest, 'spec', 'sourceRepos').map(String);
    const given = normalize(url);
    const fits = (pattern: string) => fitsGlob(normalize(pattern), given, '/');
    return (
      patterns.some(one => !one.startsWith('!') && fits(one)) &&
      !patterns.some(one => one.startsWith('!') && fits(one.slice(1)))
    );
  }

  allowsDestination({ cluster, server, namespace }: Destination): boolean {
    const items = listAt(this.manifest, 'spec', 'destinations');
    const fits = (item: unknown, positive: boolean) => {
      const matches = (key: string, text: string | undefined) => {
        const pattern = textAt(item, key);
        if (pattern === undefined || text === undefined) return false;
        return fitsGlob(pattern.replace(/^!/, ''), text);
      };
      const isDenied = ['name', 'server', 'namespace'].some(key =>
        textAt(item, key)?.startsWith('!'),
      );
      return (
        isDenied !== positive &&
        (matches('name', cluster) || matches('server', server)) &&
        matches('namespace', namespace)
      );
    };
    return (
      items.some(item => fits(item, true)) &&
      !items.some(item => fits(item, false))
    );
  }

  allowsKind(resource: {
    group: string;
    kind: string;
    name: string;
    isNamespaced: boolean;
  }): boolean {
    const scope = resource.isNamespaced ? 'namespace' : 'cluster';
    const allowed = valueAt(this.manifest, 'spec', `${scope}ResourceWhitelist`);
    const isAllowed = Array.isArray(allowed)
      ? isListed(allowed, resource)
      : resource.isNamespaced;
    return (
      isAllowed &&
      !isListed(
        listAt(this.manifest, 'spec', `${scope}ResourceBlacklist`),
        resource,
      )
    );
  }
}

function isListed(
  items: unknown[],
  { group, kind, name }: { group: string; kind: string; name: string },
): boolean {
  return items.some(
    item =>
      isRecord(item) &&
      fitsGlob(textAt(item, 'group') ?? '', group, '/') &&
      fitsGlob(textAt(item, 'kind') ?? '', kind, '/') &&
      (!textAt(item, 'name') ||
        fitsGlob(textAt(item, 'name') ?? '', name, '/')),
  );
}

/** Git addresses are compared without regard to case and `.git`. */
function normalize(url: string): string {
  return url
    .trim()
    .toLowerCase()
    .replace(/\.git$/, '')
    .replace(/\/$/, '');
}
