const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup that is safe as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function toText(value: unknown): string {
  if (value instanceof Html) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map(toText).join('');
  }
  return String(value ?? '').replace(/[&<>"']/g, one => ENTITIES[one]);
}

/** A template whose values are escaped, except those that are markup already. */
export function html(parts: TemplateStringsArray, ...values: unknown[]): Html {
  const text = parts.reduce(
    (all, part, index) =>
      all + part + (index < values.length ? toText(values[index]) : ''),
    '',
  );
  return new Html(text);
}
