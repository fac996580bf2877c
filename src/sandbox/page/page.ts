import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { Hono } from 'hono'

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
}

const MODULE = /^app\/(?:[a-z-]+\/)?[a-z-]+\.ts$/
const STYLE = /^styles\/[a-z-]+\.css$/

/**
 * The sandbox's page: files as they lie here, with no build step. Modules are TypeScript; their types are taken off on
 * the way out. Everything comes from this origin, and the browser is told to refuse anything else.
 */
export function createPage(): Hono {
  const app = new Hono()
  app.get('/', (c) => c.body(read('index.html'), 200, typed('text/html; charset=utf-8')))
  app.get('/icon.svg', (c) => c.body(read('icon.svg'), 200, typed('image/svg+xml')))
  app.get('/:folder{app|styles}/*', (c) => {
    const path = c.req.path.slice(1)
    try {
      if (STYLE.test(path)) return c.body(read(path), 200, typed('text/css; charset=utf-8'))
      if (!MODULE.test(path)) return c.notFound()
      return c.body(stripTypeScriptTypes(read(path)), 200, typed('text/javascript; charset=utf-8'))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return c.notFound()
      throw error
    }
  })
  return app
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function typed(type: string): Record<string, string> {
  return { ...headers, 'Content-Type': type }
}
