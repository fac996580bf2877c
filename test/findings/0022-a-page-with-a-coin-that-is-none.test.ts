import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Hono } from 'hono'
import { createCoinNames } from '../../src/chain/coin-names.ts'
import { AppError } from '../../src/domain/errors.ts'
import type { Account } from '../../src/domain/ids.ts'
import { shortAccount } from '../../src/domain/short-account.ts'
import { startHttp } from '../../src/http/server.ts'
import { createPictureFolder } from '../../src/images/picture-folder.ts'
import { account } from '../conformance/blocks.ts'
import { openTradeStage } from '../http/trade-stage.ts'

const folder = mkdtempSync(join(tmpdir(), 'scrip-served-'))
after(() => rmSync(folder, { recursive: true }))
const pictures = createPictureFolder(folder)
const serve = (page = new Hono()) =>
  startHttp({ host: '127.0.0.1', port: 0, pages: [page], pictures })

// Anybody could take the page of a category away by publishing a series in an address that is no coin.
test('a page shows a series in what is no coin, and everything beside it', async () => {
  const bad = account('no coin')
  const names = createCoinNames({
    knownCurrency: () => null,
    async currency(address: Account | null) {
      if (address === bad) throw new AppError('CALL_REVERTED')
      return { address, symbol: 'USDC', decimals: 6 }
    },
  })
  const stage = await openTradeStage({ currency: names.read })
  await stage.publish('good')
  const odd = await stage.publish('odd', { issuer: account('crook'), terms: { currency: bad } })

  const list = await stage.open({ type: 'category', category: 2073 })
  const page = await stage.open({ type: 'series', series: odd, contributor: null })
  await stage.close()

  assert.equal(list.status, 200)
  assert.match(list.body, /12 USDC/)
  assert.equal(page.status, 200)
  assert.ok(page.body.includes(`12,000,000 ${shortAccount(bad)}`))
})

// A browser may take bytes for what they look like, unless it is told not to.
test('every answer says that it is what it says', async () => {
  const hash = await pictures.save(new TextEncoder().encode('<script>'))
  const http = await serve()
  for (const path of [`/pictures/${hash}.jpg`, '/pictures/none', '/health', '/nowhere']) {
    const { headers } = await fetch(`http://127.0.0.1:${http.port}${path}`)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
  }
  await http.close()
})

// Whoever asked and let it hang kept the bot from stopping.
test('closing does not wait for a request that hangs', async () => {
  const page = new Hono().get('/never', () => new Promise<Response>(() => {}))
  const http = await serve(page)
  const socket = connect(http.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write('GET /never HTTP/1.1\r\nHost: x\r\n\r\n')
  await new Promise((resolve) => setTimeout(resolve, 50))

  const begun = performance.now()
  await http.close()

  assert.ok(performance.now() - begun < 3000)
})
