import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.OTKLIK_SERVER ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // The content policy allows no data: fonts or images, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
  },
  server: { port: 5173, strictPort: false, proxy: { '/api': { target: server, changeOrigin: false } } },
})
