import { type Html, html } from './html';

const TONES: Record<string, string> = {
  Synced: 'good',
  Healthy: 'good',
  Succeeded: 'good',
  Progressing: 'busy',
  Running: 'busy',
  Terminating: 'busy',
  OutOfSync: 'warn',
  Missing: 'warn',
  Suspended: 'warn',
  Degraded: 'bad',
  Failed: 'bad',
  Error: 'bad',
};

/** A status by its name; the colour only repeats it. */
export function statusBadge(status: string | undefined): Html {
  const tone = TONES[status ?? ''] ?? 'soft';
  return html`<span class="status ${tone}">${status || 'Unknown'}</span>`;
}
