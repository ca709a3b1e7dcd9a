import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

// Addresses are relative, so that the page works behind any path prefix of a reverse proxy.
export default defineConfig({
  base: './',
  plugins: [preact({ devToolsEnabled: false })],
  build: { target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 600 },
  server: { proxy: Object.fromEntries(['/api', '/health', '/openapi'].map(path => [path, 'http://127.0.0.1:7071'])) },
  test: { include: ['src/**/*.test.ts'] },
});
