/*
 * node promote.mjs <service> <from> <to>
 *
 * Writes the version that runs in one environment into the values of another: the lines `repository`, `tag`, `digest`
 * and `sourceRevision` below `image`, and no other byte. Where the other environment has a registry of its own, the image
 * is named there, and the check promote-image copies it before the merge.
 *
 * The portal's template promote-release does the same and more: it refuses what does not run well.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;
const KEYS = ['repository', 'tag', 'digest', 'sourceRevision'];

/** A key of one line, what is between it and its value, the value, and what follows. */
const LINE =
  /^(\s+)([A-Za-z]+)(:[ \t]*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s'"#][^#\r\n]*?)?([ \t]*(?:#[^\r\n]*)?\r?)$/;

/** What an environment's image is called in another one's registry. */
export function imageFor(image, platform, from, to) {
  const registry = name =>
    platform.environments.find(one => one.name === name).registry ??
    platform.registry;
  const [source, target] = [registry(from), registry(to)];
  if (source === target || !image.repository.startsWith(`${source}/`)) {
    return image;
  }
  if (!image.digest) {
    throw new Error(
      `${image.repository}:${image.tag} has no digest, and ${to} has another registry: an image is copied by digest alone`,
    );
  }
  return {
    ...image,
    repository: `${target}${image.repository.slice(source.length)}`,
  };
}

/** Throws what speaks against a promotion. */
export function refuse({ service, from, to }, platform) {
  for (const name of [service, from, to]) {
    if (!NAME.test(name ?? '')) {
      throw new Error(
        `'${name}' is no name: expected small letters, digits and dashes`,
      );
    }
  }
  const order = platform.environments.map(({ name }) => name);
  const [first, second] = [order.indexOf(from), order.indexOf(to)];
  if (first < 0 || second <= first) {
    throw new Error(
      `from ${from} to ${to}: expected two of ${order.join(
        ', ',
      )}, the earlier one first`,
    );
  }
  const { writer } = platform.environments[second];
  if (writer !== 'promotion') {
    throw new Error(
      `${to} gets its versions by ${writer} alone (platform.yaml)`,
    );
  }
}

/** The text of a values file with the image in it. */
export function withImage(text, image) {
  const lines = text.split('\n');
  const first =
    lines.findIndex(line => /^image:[ \t]*(#.*)?\r?$/.test(line)) + 1;
  const missing = new Set(
    first === 0 ? KEYS : KEYS.filter(key => image[key] !== undefined),
  );
  let indent;
  for (let index = first; first > 0 && index < lines.length; index++) {
    if (/^\s*(#.*)?$/.test(lines[index])) {
      continue;
    }
    if (!/^\s/.test(lines[index])) {
      break;
    }
    const [, space, key, colon, , rest] = LINE.exec(lines[index]) ?? [];
    indent ??= space;
    if (space === indent && missing.delete(key)) {
      lines[index] = `${space}${key}${colon.trimEnd()} '${image[key]}'${rest}`;
    }
  }
  if (missing.size > 0) {
    throw new Error(
      `the block \`image:\` has no line for ${[...missing].join(', ')}`,
    );
  }
  return lines.join('\n');
}

function readYaml(file) {
  return JSON.parse(
    execFileSync('yq', ['-o=json', '-I=0', '.', file], { encoding: 'utf8' }),
  );
}

function main([service, from, to]) {
  const platform = readYaml('platform.yaml');
  refuse({ service, from, to }, platform);
  const place = environment =>
    `applications/${environment}/${service}/values.yaml`;
  const { image } = readYaml(place(from));
  if (!image?.sourceRevision) {
    throw new Error(
      `${place(from)}: CI has not built an image of ${service} yet`,
    );
  }
  const before = readFileSync(place(to), 'utf8');
  const after = withImage(before, imageFor(image, platform, from, to));
  if (after !== before) {
    writeFileSync(place(to), after);
  }
  console.log(
    `${place(to)}: ${
      after === before ? 'says it already' : `${image.tag} of ${from}`
    }`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`::error::${error.message}`);
    process.exitCode = 1;
  }
}
