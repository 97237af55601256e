import type { Application } from '../types';
import { html } from './html';
import { layout } from './layout';
import { statusBadge } from './statusBadge';

const SHOWN = 500;

/** The page that lists the Applications of an instance. */
export function applicationListPage(
  instance: string,
  applications: Application[],
): string {
  const rows = applications.slice(0, SHOWN).map(
    ({ metadata, spec, status }) => html`<tr>
      <td>
        <a
          href="/applications/${encodeURIComponent(
            metadata.namespace,
          )}/${encodeURIComponent(metadata.name)}"
          >${metadata.name}</a
        >
      </td>
      <td>${statusBadge(status.sync.status)}</td>
      <td>${statusBadge(status.health.status)}</td>
      <td>${spec.project}</td>
      <td>${spec.destination.namespace}</td>
    </tr>`,
  );
  const more = applications.length - SHOWN;
  return layout(
    `Argo CD ${instance}`,
    html`<h1>Argo CD “${instance}”</h1>
      <p class="soft">
        A stand-in of the sandbox for Argo CD: it renders what is in Git and
        plays the cluster. ${applications.length} Applications.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th>Application</th>
              <th>Sync</th>
              <th>Health</th>
              <th>Project</th>
              <th>Namespace</th>
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>
      ${more > 0 ? html`<p class="soft">… and ${more} more.</p>` : ''}`,
  );
}
