/*
 * node bump-workloads.mjs <folder>
 *
 * Writes images that were just built, one file of { name, repository, tag, digest } each in <folder>, into the overlays of
 * workloads/ for the environments that CI writes: `newName`, `newTag` and `digest` of the entry of `images:` whose name is
 * the image's. Every other byte stays as it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const FORMS = {
  name: /^[a-z0-9][a-z0-9._-]*$/,
  repository: /^[a-z0-9][a-z0-9.:/_-]*$/,
  tag: /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/,
  digest: /^sha256:[0-9a-f]{64}$/,
};

/** A key of a list's entry on a line of its own: what is before, the key, its value, a comment. */
const LINE =
  /^(?<lead>\s*(?:-\s+)?)(?<key>name|newName|newTag|digest):[ \t]*(?<value>[^#\r\n]*?)(?<rest>[ \t]*(?:#[^\r\n]*)?\r?)$/;

/** An image as it is read, or an error that says what is wrong with it. */
export function readImage(image) {
  for (const [key, form] of Object.entries(FORMS)) {
    if (!form.test(image[key] ?? '')) {
      throw new Error(
        `${key} is ${JSON.stringify(image[key])}, expected ${form}`,
      );
    }
  }
  return image;
}

/** The text of a kustomization with the images in it that it names. */
export function bump(text, images) {
  const lines = text.split('\n');
  const first = lines.findIndex(line => /^images:/.test(line)) + 1;
  const end = lines.findIndex(
    (line, index) => index >= first && /^[^\s#-]/.test(line),
  );
  const block =
    first === 0 ? [] : lines.slice(first, end < 0 ? undefined : end);
  const starts = block.flatMap((line, index) =>
    /^\s*- /.test(line) ? [index] : [],
  );
  starts.forEach((start, index) => {
    const entry = block.slice(start, starts[index + 1]).map((line, offset) => ({
      at: first + start + offset,
      ...LINE.exec(line)?.groups,
    }));
    const nameOf = entry
      .find(({ key }) => key === 'name')
      ?.value.replace(/['"]/g, '');
    const image = images.find(
      ({ name }) => name === nameOf || nameOf?.endsWith(`/${name}`),
    );
    if (!image) {
      return;
    }
    for (const [key, value] of [
      ['newName', image.repository],
      ['newTag', image.tag],
      ['digest', image.digest],
    ]) {
      const line = entry.find(one => one.key === key);
      if (!line) {
        throw new Error(`the entry of ${image.name} has no line for ${key}`);
      }
      lines[line.at] = `${line.lead}${key}: ${
        key === 'newName' ? value : `'${value}'`
      }${line.rest}`;
    }
  });
  return lines.join('\n');
}

function main([folder]) {
  const images = readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .map(file =>
      readImage(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
    );
  const platform = JSON.parse(
    execFileSync('yq', ['-o=json', '-I=0', '.', 'platform.yaml'], {
      encoding: 'utf8',
    }),
  );
  const written = platform.environments.filter(({ writer }) => writer === 'ci');
  for (const workload of readdirSync('workloads')) {
    for (const { name } of written) {
      const file = path.join(
        'workloads',
        workload,
        'overlays',
        name,
        'kustomization.yaml',
      );
      if (existsSync(file)) {
        const before = readFileSync(file, 'utf8');
        const after = bump(before, images);
        if (after !== before) {
          writeFileSync(file, after);
          console.log(`${file}: written`);
        }
      }
    }
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    console.error(`::error::${error.message}`);
    process.exitCode = 1;
  }
}
