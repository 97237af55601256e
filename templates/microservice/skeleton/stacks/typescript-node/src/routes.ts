/** What a request is answered with. */
export type Answer = {
  status: number;
  contentType: string;
  body: string;
};

/** Answers one route. */
export type Route = () => Answer | Promise<Answer>;

/** An answer in JSON. */
export function json(body: unknown, status = 200): Answer {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

/** The service's own routes: this is the place to begin. */
export const routes: Record<string, Route> = {
  'GET /': () => json({ service: '${{ values.name }}' }),
};
