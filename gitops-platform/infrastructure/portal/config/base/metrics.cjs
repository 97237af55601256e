// What Prometheus reads, on a port of its own that no route leads to. Backstage counts in prom-client's registry and leaves
// serving it to the installation. It is loaded before the backend, and must not keep it from starting.
const { createServer } = require('node:http');
const { isMainThread } = require('node:worker_threads');

const PORT = 9464;

function serve({ register, collectDefaultMetrics }) {
  collectDefaultMetrics();
  createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await register.metrics();
      response.writeHead(200, { 'content-type': register.contentType });
      response.end(text);
    } catch {
      response.writeHead(500).end();
    }
  })
    // A program that the backend starts inherits this file, and finds the port taken.
    .on('error', () => {})
    .listen(PORT)
    .unref();
}

if (isMainThread) {
  try {
    serve(require(require.resolve('prom-client', { paths: [process.cwd()] })));
  } catch (error) {
    process.stderr.write(`metrics are not served: ${error.message}\n`);
  }
}
