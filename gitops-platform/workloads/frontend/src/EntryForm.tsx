import { useActionState } from 'react';
import { addEntry, type Entry } from './entries';

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

interface FormState {
  error?: string;
  /** What was typed: React empties the form after each action. */
  name: string;
  message: string;
}

export function EntryForm(props: { onAdded: (entry: Entry) => void }) {
  const [state, submit, pending] = useActionState<FormState, FormData>(
    async (_, form) => {
      const draft = {
        name: text(form, 'name'),
        message: text(form, 'message'),
      };
      if (!draft.name || !draft.message) {
        return { ...draft, error: 'Fill in your name and a message.' };
      }
      try {
        props.onAdded(await addEntry(draft));
        return { name: draft.name, message: '' };
      } catch (error) {
        return { ...draft, error: (error as Error).message };
      }
    },
    { name: '', message: '' },
  );

  return (
    <form action={submit} aria-label="New entry" noValidate>
      <label>
        Name
        <input name="name" defaultValue={state.name} maxLength={100} required />
      </label>
      <label>
        Message
        <textarea
          name="message"
          defaultValue={state.message}
          maxLength={2000}
          required
        />
      </label>
      <button type="submit" disabled={pending}>
        {pending ? 'Sending…' : 'Send'}
      </button>
      {state.error && <p role="alert">{state.error}</p>}
    </form>
  );
}
