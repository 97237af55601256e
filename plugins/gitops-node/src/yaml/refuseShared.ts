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

import { isAlias, isMap, visit, type Document, type Node } from 'yaml';
import { YamlPathProblem, type YamlLocation } from './locateYaml';

/**
 * Refuses an edit that an alias elsewhere would show too, or that would leave an alias without its anchor.
 * @internal
 */
export function refuseShared(
  document: Document,
  location: YamlLocation,
  replacesWhole: boolean,
): void {
  const aliases = aliasesOf(document);
  const { node } = location.slot;
  const holders: (Node | undefined)[] = [...location.parents, node];
  for (const holder of holders) {
    const anchor = anchorOf(holder);
    if (anchor && aliases.some(alias => alias.source === anchor)) {
      throw new YamlPathProblem(
        `the value is shared by the anchor &${anchor}, so the edit would change other places too`,
        `Replace the alias *${anchor} by a value of its own at the place that should differ`,
        holder,
      );
    }
  }
  if (node && replacesWhole) {
    refuseLostAnchors(node, aliases);
  }
}

function refuseLostAnchors(
  node: Node,
  aliases: { source: string; node: Node }[],
) {
  const inside = new Set<unknown>();
  const anchors = new Set<string>();
  visit(node, (_, child) => {
    inside.add(child);
    const anchor = anchorOf(child);
    if (anchor) {
      anchors.add(anchor);
    }
  });
  const lost = aliases.find(
    alias => anchors.has(alias.source) && !inside.has(alias.node),
  );
  if (lost) {
    throw new YamlPathProblem(
      `the anchor &${lost.source} inside the value is used by an alias elsewhere`,
      `Replace the alias *${lost.source} by a value of its own first`,
      node,
    );
  }
}

function anchorOf(node: unknown): string | undefined {
  return node && typeof node === 'object' && 'anchor' in node && node.anchor
    ? String(node.anchor)
    : undefined;
}

function aliasesOf(document: Document) {
  const aliases: { source: string; node: Node }[] = [];
  visit(document, {
    Alias: (_, node) => {
      aliases.push({ source: node.source, node });
    },
  });
  return aliases;
}

/**
 * Whether a mapping takes keys from another one by `<<`.
 * @internal
 */
export function hasMergeKey(node: unknown): boolean {
  return (
    isMap(node) &&
    node.items.some(
      ({ key, value }) =>
        Boolean(
          key &&
            typeof key === 'object' &&
            'value' in key &&
            (typeof key.value === 'symbol' || key.value === '<<'),
        ) &&
        (isAlias(value) || Boolean(value)),
    )
  );
}
