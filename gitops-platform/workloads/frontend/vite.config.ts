import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  server: {
    // In the cluster the ingress sends /api to the backend; on a laptop Vite does.
    proxy: { '/api': 'http://localhost:8080' },
  },
  build: {
    sourcemap: true,
  },
  test: {
    environment: 'jsdom',
    setupFiles: './src/setupTests.ts',
    restoreMocks: true,
    unstubGlobals: true,
    coverage: {
      include: ['src/**'],
      exclude: ['src/main.tsx', 'src/setupTests.ts'],
      thresholds: { lines: 80, branches: 80 },
    },
  },
});
