/*
 * `node charts/generate-readme.mjs [--check]`: writes the tables of values into the README.md of every chart here, between
 * two comments: defaults from values.yaml, descriptions from values.schema.json. With --check it only says what is out of
 * date, and fails then. Plain JavaScript, so that it runs in any checkout of this tree, before anything is installed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const charts = path.dirname(fileURLToPath(import.meta.url));
const BEGIN = '<!-- values:begin, written by charts/generate-readme.mjs -->';
const END = '<!-- values:end -->';

/**
 * The leaves of a values.yaml, in order: `{ keys, text }`. Of YAML it knows what a chart's defaults need: maps indented by
 * two spaces, block lists, flow collections on one line, comments on lines of their own.
 */
function readValues(file) {
  const leaves = [];
  const open = [];
  for (const [index, line] of readFileSync(file, 'utf8')
    .split('\n')
    .entries()) {
    if (!line.trim() || line.trim().startsWith('#')) continue;
    const [, indent, item, key, text] =
      /^( *)(- )?(?:([A-Za-z][\w-]*):(?: (.*))?|.*)$/.exec(line);
    const depth = indent.length / 2;
    const leaf = leaves[leaves.length - 1];
    if (item || (leaf?.items && depth > leaf.keys.length)) {
      if (item) leaf.items = [...(leaf.items ?? []), []];
      leaf.items[leaf.items.length - 1].push(line.trim().replace(/^- /, ''));
    } else if (
      key === undefined ||
      !Number.isInteger(depth) ||
      depth > open.length
    ) {
      throw new Error(
        `${file}, line ${
          index + 1
        }: cannot be read; write it as the lines around it`,
      );
    } else {
      open.splice(depth, open.length, key);
      if (
        depth > 0 &&
        leaf &&
        leaf.keys.length === depth &&
        leaf.text === undefined
      ) {
        leaves.pop();
      }
      leaves.push({ keys: [...open], text: text?.trim() });
    }
  }
  return leaves;
}

function defaultOf({ text, items }) {
  if (!items) return text;
  const written = items.map(lines =>
    lines.length > 1 || /^[\w-]+: /.test(lines[0])
      ? `{ ${lines.join(', ')} }`
      : lines[0],
  );
  return `[${written.join(', ')}]`;
}

function descriptionOf(schema, keys, file) {
  let node = schema;
  for (const key of keys) node = node?.properties?.[key];
  if (!node?.description) {
    throw new Error(`${file}: ${keys.join('.')} has no description`);
  }
  return node.description;
}

/** A table as prettier writes it. */
function table(head, rows) {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map(row => row[column].length)),
  );
  const print = row =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const rule = `| ${widths.map(width => '-'.repeat(width)).join(' | ')} |`;
  return [print(head), rule, ...rows.map(print)].join('\n');
}

function valuesSection(chart) {
  const schemaFile = path.join(chart, 'values.schema.json');
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const groups = new Map();
  for (const leaf of readValues(path.join(chart, 'values.yaml'))) {
    const group = leaf.keys.length > 1 ? leaf.keys[0] : '';
    const rows = groups.get(group) ?? [];
    groups.set(group, rows);
    const escape = text => text.replace(/\|/g, '\\|');
    rows.push([
      `\`${leaf.keys.join('.')}\``,
      `\`${escape(defaultOf(leaf))}\``,
      escape(descriptionOf(schema, leaf.keys, schemaFile)).replace(
        /[<>]/g,
        '\\$&',
      ),
    ]);
  }
  return [...groups]
    .sort(([a], [b]) => (a === '' ? -1 : 0) - (b === '' ? -1 : 0))
    .map(([group, rows]) => {
      const title = group
        ? `### ${group}\n\n${descriptionOf(schema, [group], schemaFile).replace(
            /[<>]/g,
            '\\$&',
          )}\n`
        : '### The rest of it\n';
      return `${title}\n${table(['key', 'default', 'what it is'], rows)}`;
    })
    .join('\n\n');
}

function main() {
  const check = process.argv.includes('--check');
  const stale = [];
  for (const name of readdirSync(charts)) {
    const readme = path.join(charts, name, 'README.md');
    if (!existsSync(readme)) continue;
    const before = readFileSync(readme, 'utf8');
    const [head, rest] = before.split(BEGIN);
    const tail = rest?.split(END)[1];
    if (tail === undefined) {
      throw new Error(
        `${readme}: the lines '${BEGIN}' and '${END}' are missing; the tables go between them`,
      );
    }
    const section = valuesSection(path.join(charts, name));
    const after = `${head}${BEGIN}\n\n${section}\n\n${END}${tail}`;
    if (after === before) continue;
    stale.push(path.relative(process.cwd(), readme));
    if (!check) writeFileSync(readme, after);
  }
  if (check && stale.length) {
    throw new Error(
      `${stale.join(
        ', ',
      )}: values have changed since; run node charts/generate-readme.mjs`,
    );
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
