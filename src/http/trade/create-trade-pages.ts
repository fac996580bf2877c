import { readFileSync } from 'node:fs'
import { type Context, Hono } from 'hono'
import { AppError } from '../../domain/errors.ts'
import type { Account } from '../../domain/ids.ts'
import { decodePayload } from '../../domain/links.ts'
import type { Currency } from '../../ports/chain.ts'
import type { PictureStore } from '../../ports/pictures.ts'
import type { Index } from '../../ports/store.ts'
import { pageGuard } from '../page-guard.ts'
import { type PageLanguages, pageTexts } from '../page-language.ts'
import { type Drawn, drawAway, drawNamed, drawTrouble } from './draw-named.ts'
import { isPrivate, lookUpLink, type Named } from './look-up-link.ts'
import { pageShell } from './page-shell.ts'
import { sendPage } from './send-page.ts'
import type { TradeContext } from './trade-context.ts'

/** What the pages of trade links stand on. */
export type TradePagesDeps = {
  languages: PageLanguages
  /** Reads the index in one transaction. */
  look<T>(work: (index: Index) => Promise<T>): Promise<T>
  /** Also names what is no coin: a stranger's series must not take a page away. */
  currency(address: Account | null): Promise<Currency>
  pictures: Pick<PictureStore, 'has'>
  site: string
  chainName: string
  botName: string
  botLink: (payload: string) => string
}

/**
 * `GET /t/<payload>`: what a trade link names, for who has no Telegram at hand, readable without any script. `GET /g`: the
 * page of a send, whose secret stands in the fragment. They read the index and change nothing; a link with a secret in it
 * is answered without looking anything up, so that a robot that fetches previews learns nothing.
 */
export function createTradePages(deps: TradePagesDeps): Hono {
  const { languages, botName } = deps
  const site = deps.site.replace(/\/$/, '')
  const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')
  const style = read('./trade-page.css')
  const script = read('./send-client.js')

  async function draw(context: TradeContext, payload: string): Promise<Drawn> {
    const link = decodePayload(payload)
    if (link === null) return drawTrouble(context, ['page-broken', 'page-broken-lead'])
    if (isPrivate(link)) return drawNamed(context, payload, { type: 'private', about: link.type })
    const named = await deps.look((index) => lookUpLink(index, link))
    return drawNamed(await withFacts(context, named), payload, named)
  }

  /** Looks up the coins and pictures of everything that will be shown. */
  async function withFacts(context: TradeContext, named: Named): Promise<TradeContext> {
    const shown = seriesIn(named)
    const currencies = [...new Set(shown.map(({ terms }) => terms.currency))]
    const found = await Promise.all(currencies.map((each) => deps.currency(each)))
    const coins = new Map(currencies.map((each, at) => [each, found[at]]))
    const held = new Set<string>()
    for (const { goods } of shown) {
      const hash = goods.pictureHash
      if (hash !== null && (await deps.pictures.has(hash))) held.add(hash)
    }
    return {
      ...context,
      coinOf(currency) {
        const coin = coins.get(currency)
        if (coin === undefined) throw new Error('a coin that was not looked up')
        return coin
      },
      hasPicture: (hash) => hash !== null && held.has(hash),
    }
  }

  async function tradePage(c: Context, payload: string): Promise<Response> {
    const texts = pageTexts(languages, c)
    const context: TradeContext = {
      texts,
      chainName: deps.chainName,
      site,
      botLink: deps.botLink,
      coinOf: () => ({ address: null, symbol: '', decimals: 0 }),
      hasPicture: () => false,
    }
    const drawn = await draw(context, payload).catch((thrown: unknown) => {
      if (thrown instanceof AppError && thrown.code === 'CHAIN_UNREACHABLE')
        return drawAway(context)
      throw thrown
    })
    const { status, isListed } = drawn
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', isListed ? 'no-cache' : 'no-store')
    const url = isListed ? `${site}/t/${payload}` : null
    return c.html(pageShell(languages, texts, { ...drawn, url, script: null }), status)
  }

  const app = new Hono()
  app.use('/t/*', pageGuard({ images: true }))
  for (const path of ['/g', '/g.js', '/t.css']) app.use(path, pageGuard({ scripts: true }))
  app.get('/t/:payload', (c) => tradePage(c, c.req.param('payload')))
  app.get('/g', (c) => {
    const texts = pageTexts(languages, c)
    c.header('Vary', 'Accept-Language')
    c.header('Cache-Control', 'no-cache')
    return c.html(pageShell(languages, texts, sendPage(texts, botName)))
  })
  app.get('/g.js', (c) => c.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.get('/t.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  return app
}

function seriesIn(named: Named) {
  if (named.type === 'series' || named.type === 'right') return [named.series]
  return named.type === 'list' ? [...named.goods, ...named.resales].map(({ series }) => series) : []
}
