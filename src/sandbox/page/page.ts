import { readFileSync } from 'node:fs'
import { Hono } from 'hono'

/** The sandbox's page: static files, no build step. */
export function createPage(): Hono {
  const app = new Hono()
  app.get('/', (c) => c.html(readFileSync(new URL('index.html', import.meta.url), 'utf8')))
  return app
}
