import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window. No inline script, style or data address: the page runs under a content policy without `unsafe-*`. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
