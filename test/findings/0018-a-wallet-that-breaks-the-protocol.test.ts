import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { PromptId } from '../../src/domain/ids.ts'
import { createRelay, type Relay } from '../../src/sandbox/relay/relay.ts'
import { createInsiders, mine, sendRaw } from '../wallet/insider-wallet.ts'
import { accountOf, startWalletBot, type WalletBot } from '../wallet/wallet-bot.ts'

let relay: Relay
let bot: WalletBot
const insiders = createInsiders(
  () => relay,
  () => bot,
)

before(async () => {
  relay = await createRelay()
  bot = await startWalletBot({ relayUrl: relay.url })
})
after(async () => {
  await bot.close()
  await insiders.close()
  await relay.close()
})

/** Another wallet is served as ever: the bot lives, and has worked off what came before. */
async function servesOthers(name: string): Promise<void> {
  const { kit, session } = await insiders.connect(name)
  kit.on('session_request', ({ id, topic }) => {
    void kit.respondSessionRequest({ topic, response: { id, jsonrpc: '2.0', result: name } })
  })
  await bot.wallet.ask({
    prompt: `${name}:1` as PromptId,
    topic: session.topic,
    chainId: 31337,
    question: { type: 'sign-message', account: accountOf(session), text: 'Hello' },
    expiresAt: Math.floor(Date.now() / 1000) + 300,
  })
  assert.equal((await bot.next('answered')).result, name)
}

// The SDK begins its checks of what a wallet sends and does not wait for them: a check that failed was an unhandled
// rejection, which ends the process, and what it should have kept out was taken over.
const nonsense: [method: string, params: unknown, tag: number][] = [
  ['wc_sessionEvent', { event: { name: 'chainChanged', data: '0x1' }, chainId: 'eip155:1' }, 1110],
  ['wc_sessionEvent', { event: { name: 'accountsChanged', data: [] }, chainId: 7 }, 1110],
  ['wc_sessionEvent', null, 1110],
  ['wc_sessionUpdate', { namespaces: null }, 1104],
  ['wc_sessionUpdate', { namespaces: { eip155: { accounts: 7 } } }, 1104],
  ['wc_sessionUpdate', null, 1104],
  ['wc_sessionExtend', null, 1106],
  ['wc_sessionPing', null, 1114],
]

test('nothing that a wallet sends can end the bot or change what it may not', async () => {
  const { kit, session } = await insiders.connect('hostile')
  const { topic } = session
  let id = Date.now() * 1000
  for (const [method, params, tag] of nonsense) {
    id += 1
    await sendRaw(kit, topic, { id, method, params }, tag)
  }
  await servesOthers('first')

  const now = bot.wallet.session(topic)
  assert.deepEqual(now?.accounts, [{ chainId: 31337, account: mine }])
})

test('a wallet that leaves twice, and speaks after that, is gone once', async () => {
  const { kit, session } = await insiders.connect('leaving')
  const { topic } = session
  const leave = { method: 'wc_sessionDelete', params: { code: 6000, message: 'bye' } }
  const id = Date.now() * 1000
  await Promise.all([
    sendRaw(kit, topic, { id, ...leave }, 1112),
    sendRaw(kit, topic, { id: id + 1, ...leave }, 1112),
    sendRaw(kit, topic, { id: id + 2, method: 'wc_sessionExtend', params: {} }, 1106),
    sendRaw(kit, topic, { id: id + 3, method: 'wc_sessionPing', params: {} }, 1114),
    bot.wallet.disconnect(topic),
  ])
  assert.equal((await bot.next('session-ended')).topic, topic)
  await servesOthers('second')

  assert.equal(bot.wallet.session(topic), null)
  assert.equal(bot.told.filter((each) => each.type === 'session-ended').length, 1)
})
