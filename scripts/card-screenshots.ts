import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Card } from '../src/domain/card.ts'
import { loadTexts } from '../src/i18n/texts.ts'
import { createPainter } from '../src/images/painter.ts'
import type { Flaw, hang } from '../src/sandbox/page/app/gallery.ts'
import { createPage } from '../src/sandbox/page/page.ts'
import { findChromium, openBrowser } from '../test/support/browser.ts'
import { cardMessage } from '../test/support/card-message.ts'
import { everyCard } from '../test/support/card-views.ts'

/**
 * Draws every card in every language as a phone shows it, many to a picture, into `--out`. Cards that look the same are drawn
 * once, under the first name. Fails when a label is cut off, when something sticks out, and when a card has no words.
 */
const WIDTH = 390
const COLUMNS = 6
const A_SHEET = 72
const RATIO = 0.7

const { values } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' } } })
const out = values.out ?? mkdtempSync(join(tmpdir(), 'scrip-cards-'))
mkdirSync(out, { recursive: true })
const chromium = findChromium()
if (chromium === null) throw new Error('the pictures need Chromium')

const painter = createPainter()
const pictures = new Map<string, NonNullable<Card['picture']>>()
const goods = readFileSync('src/sandbox/seed/longjing.jpg')
const drawn = new Map<string, Promise<Uint8Array>>()
const app = new Hono()
app.get('/cards', (c) => c.html(readPage().replace(/<script[^>]*><\/script>/, '')))
app.get('/driver/pictures/:id', async (c) => {
  const picture = pictures.get(c.req.param('id'))
  if (picture === undefined) return c.notFound()
  const bytes = picture.type === 'stored' ? goods : await draw(picture)
  return c.body(Uint8Array.from(bytes).buffer)
})
app.get('/driver/pictures/:id/code', (c) => c.json({ code: false }))
app.route('/', createPage())
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' })
await new Promise<void>((resolve) => server.once('listening', () => resolve()))
const address = server.address()
if (address === null || typeof address === 'string') throw new Error('no port')

const browser = await openBrowser(chromium)
const page = await browser.newPage({
  viewport: { width: COLUMNS * (WIDTH + 10), height: 1000 },
  deviceScaleFactor: RATIO,
  colorScheme: 'light',
  reducedMotion: 'reduce',
})
const { locales, texts } = loadTexts('locales')
const flaws: Flaw[] = []
let sheets = 0
for (const locale of locales) {
  const cards = unlike(everyCard(texts(locale)))
  process.stdout.write(`${locale}: ${cards.length} cards that differ\n`)
  for (let from = 0; from < cards.length; from += A_SHEET) {
    await page.goto(`http://127.0.0.1:${address.port}/cards`)
    const exhibits = cards.slice(from, from + A_SHEET).map(({ name, card }) => ({
      name,
      message: cardMessage(card, photoOf(card)),
    }))
    const language: 'en' | 'zh' = locale.startsWith('zh') ? 'zh' : 'en'
    const found = await page.evaluate(
      async ({ exhibits: shown, options }) => {
        // Written out, this would be a module of the script itself.
        const path = '/app/gallery.ts'
        const gallery = (await import(path)) as { hang: typeof hang }
        return gallery.hang(shown, options)
      },
      { exhibits, options: { width: WIDTH, columns: COLUMNS, language } },
    )
    flaws.push(...found.map((each) => ({ ...each, name: `${locale} ${each.name}` })))
    const name = `${locale}-${String(from / A_SHEET + 1).padStart(3, '0')}.jpg`
    await page.locator('#wall').screenshot({ path: join(out, name), type: 'jpeg' })
    sheets += 1
  }
}
await browser.close()
server.close()

process.stdout.write(`${sheets} sheets in ${out}\n`)
for (const { name, what } of flaws) process.stdout.write(`${name}: ${what}\n`)
if (flaws.length > 0) process.exitCode = 1

/** Cards that look different, each under the first name it has. */
function unlike(cards: ReturnType<typeof everyCard>): ReturnType<typeof everyCard> {
  const seen = new Map<string, (typeof cards)[number]>()
  for (const each of cards) {
    if (values.only !== undefined && !each.name.includes(values.only)) continue
    const { html, buttons, picture } = each.card
    const labels = buttons.map((row) => row.map(({ label, type }) => [label, type]))
    const key = JSON.stringify([html, labels, picture])
    if (!seen.has(key)) seen.set(key, each)
  }
  return [...seen.values()]
}

function photoOf({ picture }: Card) {
  if (picture === null) return null
  const id = Buffer.from(picture.id).toString('base64url')
  pictures.set(id, picture)
  return picture.type === 'stored'
    ? { id, width: 1000, height: 750 }
    : { id, width: 800, height: 800 }
}

function draw(picture: NonNullable<Card['picture']> & { type: 'drawing' }): Promise<Uint8Array> {
  const key = JSON.stringify(picture.drawing)
  const made = drawn.get(key) ?? painter.paint(picture.drawing)
  drawn.set(key, made)
  return made
}

function readPage(): string {
  return readFileSync('src/sandbox/page/index.html', 'utf8')
}
