/** A line of the guest book, as the backend keeps it. */
export interface Entry {
  id: number;
  name: string;
  message: string;
  createdAt: string;
}

export interface Draft {
  name: string;
  message: string;
}

function isEntry(value: unknown): value is Entry {
  const entry = value as Partial<Entry> | null;
  return (
    typeof entry === 'object' &&
    typeof entry?.id === 'number' &&
    typeof entry.name === 'string' &&
    typeof entry.message === 'string' &&
    typeof entry.createdAt === 'string'
  );
}

/** Calls the backend; throws an error whose message can be shown. */
async function call(init: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch('/api/data', {
      ...init,
      signal: AbortSignal.timeout(10_000),
    });
  } catch {
    throw new Error('The server cannot be reached.');
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const { error } = Object(body) as { error?: unknown };
    throw new Error(
      typeof error === 'string' && response.status < 500
        ? `The server refused it: ${error}.`
        : `The server failed (${String(response.status)}).`,
    );
  }
  return body;
}

export async function listEntries(): Promise<Entry[]> {
  const body = await call({ method: 'GET' });
  if (!Array.isArray(body) || !body.every(isEntry)) {
    throw new Error('The server sent something that is not a guest book.');
  }
  return body;
}

export async function addEntry(draft: Draft): Promise<Entry> {
  const body = await call({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(draft),
  });
  if (!isEntry(body)) {
    throw new Error('The server sent something that is not an entry.');
  }
  return body;
}
