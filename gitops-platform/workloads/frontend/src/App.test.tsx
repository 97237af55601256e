import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { App } from './App';
import type { Entry } from './entries';

const ada: Entry = {
  id: 1,
  name: 'Ada',
  message: 'Hello',
  createdAt: '2026-03-01T10:00:00Z',
};

/** Answers each call to the backend, in order. */
function answer(...responses: (Response | Error)[]) {
  const backend = vi.fn<typeof fetch>(() => {
    const next = responses.shift();
    return next instanceof Response
      ? Promise.resolve(next)
      : Promise.reject(next ?? new Error('one call too many'));
  });
  vi.stubGlobal('fetch', backend);
  return backend;
}

async function write(name: string, message: string) {
  const user = userEvent.setup();
  if (name) await user.type(screen.getByLabelText('Name'), name);
  if (message) await user.type(screen.getByLabelText('Message'), message);
  await user.click(screen.getByRole('button', { name: 'Send' }));
}

describe('App', () => {
  it('lists what was written', async () => {
    answer(Response.json([ada]));
    render(<App />);
    const entry = await screen.findByRole('listitem');
    expect(entry).toHaveTextContent('HelloAda, 1 Mar 2026');
  });

  it('says that nobody has written', async () => {
    answer(Response.json([]));
    render(<App />);
    expect(await screen.findByText('Nobody has written yet.')).toBeVisible();
  });

  it('posts an entry, shows it, and keeps the name for the next one', async () => {
    const backend = answer(
      Response.json([ada]),
      Response.json({ ...ada, id: 2, message: 'Again' }, { status: 201 }),
    );
    render(<App />);
    await screen.findByText('Hello');
    await write(' Ada ', 'Again');

    expect(await screen.findByText('Again')).toBeVisible();
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('Again');
    expect(second).toHaveTextContent('Hello');
    expect(backend.mock.calls[1]?.[1]).toMatchObject({
      method: 'POST',
      body: JSON.stringify({ name: 'Ada', message: 'Again' }),
    });
    expect(screen.getByLabelText('Name')).toHaveValue('Ada');
    expect(screen.getByLabelText('Message')).toHaveValue('');
  });

  it('keeps what was written when the server refuses it', async () => {
    answer(
      Response.json([]),
      Response.json({ error: 'message must be kind' }, { status: 400 }),
    );
    render(<App />);
    await write('Ada', 'Grr');
    const form = screen.getByRole('form', { name: 'New entry' });
    expect(await within(form).findByRole('alert')).toHaveTextContent(
      'The server refused it: message must be kind.',
    );
    expect(screen.getByLabelText('Message')).toHaveValue('Grr');
  });

  it('sends nothing that is not filled in', async () => {
    const backend = answer(Response.json([]));
    render(<App />);
    await write('Ada', '   ');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Fill in your name and a message.',
    );
    expect(backend).toHaveBeenCalledTimes(1);
  });

  it.each([
    [new Error('offline'), 'The server cannot be reached.'],
    [
      Response.json({ error: 'password wrong' }, { status: 500 }),
      'The server failed (500).',
    ],
    [
      new Response('<html></html>'),
      'The server sent something that is not a guest book.',
    ],
    [
      Response.json([{ id: '1' }]),
      'The server sent something that is not a guest book.',
    ],
    [
      Response.json([null]),
      'The server sent something that is not a guest book.',
    ],
  ])('says why there is no list: %s', async (response, message) => {
    answer(response);
    render(<App />);
    expect(await screen.findByRole('alert')).toHaveTextContent(message);
  });

  it('does not show what is not an entry', async () => {
    answer(Response.json([]), Response.json({}, { status: 201 }));
    render(<App />);
    await write('Ada', 'Hello');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The server sent something that is not an entry.',
    );
    expect(screen.queryByRole('listitem')).not.toBeInTheDocument();
  });
});
