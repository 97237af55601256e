/*
 * node bump-image.mjs <values.yaml>...
 *
 * Writes the image that was just built into Helm values: the four lines `repository`, `tag`, `digest` and
 * `sourceRevision` below the top-level key `image`. Every other byte stays as it is, which a YAML printer would not
 * promise: comments, quotes, line ends. The values come from the environment, so that nothing is ever a command.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const KEYS = {
  repository: { variable: 'IMAGE_REPOSITORY', form: /^[a-z0-9.:/_-]+$/ },
  tag: { variable: 'IMAGE_TAG', form: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/ },
  digest: { variable: 'IMAGE_DIGEST', form: /^sha256:[0-9a-f]{64}$/ },
  sourceRevision: { variable: 'SOURCE_REVISION', form: /^[0-9a-f]{40}$/ },
};

/** A key, what is between it and its value, a plain or quoted scalar on the same line, and what follows. */
const LINE =
  /^(\s+)([A-Za-z]+)(:[ \t]*)('(?:[^']|'')*'|"(?:[^"\\]|\\.)*"|[^\s'"#&*!|>{[][^#\r\n]*?)?([ \t]*(?:#[^\r\n]*)?\r?)$/;

/** Reads the image from the environment. */
export function readImage(env) {
  return Object.fromEntries(
    Object.entries(KEYS).map(([key, { variable, form }]) => {
      const value = env[variable] ?? '';
      if (!form.test(value)) {
        throw new Error(`${variable} is ${JSON.stringify(value)}, expected ${form}`);
      }
      return [key, value];
    }),
  );
}

/** Returns the text of a values file with the image in it. */
export function bumpImage(text, image) {
  const lines = text.split('\n');
  const first = lines.findIndex(line => /^\uFEFF?image:[ \t]*(#.*)?\r?$/.test(line)) + 1;
  if (first === 0) {
    throw new Error('there is no block `image:` at the top level');
  }
  const missing = new Set(Object.keys(image));
  let indent;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index];
    if (/^\s*(#.*)?$/.test(line)) {
      continue;
    }
    if (!/^\s/.test(line)) {
      break;
    }
    const [, space, key, colon, , rest] = LINE.exec(line) ?? [];
    indent ??= space;
    if (space !== indent || !missing.delete(key)) {
      continue;
    }
    // Quoted, because a tag such as 1e10 would else be read as a number.
    lines[index] = `${space}${key}${colon.trimEnd()} '${image[key]}'${rest}`;
  }
  if (missing.size > 0) {
    throw new Error(`the block \`image:\` has no line for ${[...missing].join(', ')}`);
  }
  return lines.join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const image = readImage(process.env);
  for (const file of process.argv.slice(2)) {
    const before = readFileSync(file, 'utf8');
    try {
      const after = bumpImage(before, image);
      if (after !== before) {
        writeFileSync(file, after);
      }
      process.stdout.write(`${file}: ${after === before ? 'unchanged' : 'written'}\n`);
    } catch (error) {
      process.stderr.write(`${file}: ${error.message}\n`);
      process.exitCode = 1;
    }
  }
}
