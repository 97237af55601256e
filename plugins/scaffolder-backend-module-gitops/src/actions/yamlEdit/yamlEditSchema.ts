import type { JsonValue } from '@backstage/types';
import { InputError } from '@backstage/errors';
import { YamlEdit } from '@gitops-platform/backstage-plugin-gitops-node';

/** An edit as a template writes it. */
export interface YamlEditInput {
  op: 'set' | 'append' | 'remove';
  path: string;
  value?: unknown;
  document?: number;
}

/**
 * @throws InputError where a value is missing, or given to a removal
 */
export function toYamlEdit(input: YamlEditInput, index: number): YamlEdit {
  const { op, path, value, document } = input;
  if (op === 'remove') return { op, path, document };
  if (value === undefined) {
    throw new InputError(
      `edits[${index}].value is missing: say what to ${op} at ${path}.`,
    );
  }
  return { op, path, value: value as JsonValue, document };
}
