import { useEffect, useState } from 'react';
import { EntryForm } from './EntryForm';
import { listEntries, type Entry } from './entries';

export function App() {
  const [entries, setEntries] = useState<Entry[]>();
  const [error, setError] = useState<string>();

  useEffect(() => {
    let current = true;
    listEntries().then(
      found => {
        // What was added while the list was on its way stays on top of it.
        if (current) {
          setEntries((added = []) => [
            ...added,
            ...found.filter(({ id }) => !added.some(entry => entry.id === id)),
          ]);
        }
      },
      (failed: unknown) => {
        if (current) setError((failed as Error).message);
      },
    );
    return () => {
      current = false;
    };
  }, []);

  return (
    <main>
      <h1>Guest book</h1>
      <EntryForm
        onAdded={entry => {
          setEntries((before = []) => [entry, ...before]);
        }}
      />
      <section aria-label="Entries">
        {error && <p role="alert">{error}</p>}
        {!entries && !error && <p>Loading…</p>}
        {entries?.length === 0 && <p>Nobody has written yet.</p>}
        <ul>
          {entries?.map(({ id, name, message, createdAt }) => (
            <li key={id}>
              <p>{message}</p>
              <footer>
                {name}, <time dateTime={createdAt}>{day(createdAt)}</time>
              </footer>
            </li>
          ))}
        </ul>
      </section>
    </main>
  );
}

function day(createdAt: string): string {
  return new Date(createdAt).toLocaleDateString('en-GB', {
    dateStyle: 'medium',
  });
}
