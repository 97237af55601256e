import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus reads from /metrics. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #duration = new Histogram({
    name: 'http_server_request_duration_seconds',
    help: 'Duration of HTTP requests',
    // The route and not the path: a path is of the caller's making and would grow without bound.
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.#registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.#registry });
  }

  get contentType() {
    return this.#registry.contentType;
  }

  observe(labels: { method: string; route: string; status: number }, seconds: number) {
    this.#duration.observe(labels, seconds);
  }

  read() {
    return this.#registry.metrics();
  }
}
