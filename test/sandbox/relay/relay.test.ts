import assert from 'node:assert/strict'
import { generateKeyPairSync, sign } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { encodeBase58 } from 'ethers'
import { WebSocket } from 'ws'
import { createRelay, type Relay } from '../../../src/sandbox/relay/relay.ts'

const TOPIC = 'ab'.repeat(32)
const now = () => Math.floor(Date.now() / 1000)
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An identity on the relay. */
function createIdentity() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')
  const iss = `did:key:z${encodeBase58(Buffer.concat([Buffer.from([0xed, 0x01]), raw]))}`
  return {
    token(url: string, change: object = {}) {
      const claims = { iss, sub: 'x', aud: url, iat: now(), exp: now() + 60, ...change }
      const body = `${json({ alg: 'EdDSA', typ: 'JWT' })}.${json(claims)}`
      return `${body}.${sign(null, Buffer.from(body), privateKey).toString('base64url')}`
    },
  }
}

type Identity = ReturnType<typeof createIdentity>
type Push = { id: number; params: { data: { topic: string; message: string } } }

/** A client that does what it is told and acknowledges nothing by itself. */
async function enter(relay: Relay, identity: Identity = createIdentity()) {
  const socket = new WebSocket(`${relay.url}/?auth=${identity.token(relay.url)}&projectId=sandbox`)
  const frames: (Push & { result?: unknown; error?: unknown; method?: string })[] = []
  const waiters = new Set<() => void>()
  socket.on('message', (raw) => {
    frames.push(JSON.parse(String(raw)))
    for (const wake of waiters) wake()
  })
  await once(socket, 'open')
  const take = async (fits: (frame: (typeof frames)[number]) => boolean) => {
    for (;;) {
      const index = frames.findIndex(fits)
      const [found] = index < 0 ? [] : frames.splice(index, 1)
      if (found !== undefined) return found
      await new Promise<void>((resolve) => {
        const wake = () => {
          waiters.delete(wake)
          resolve()
        }
        waiters.add(wake)
      })
    }
  }
  let count = 0
  return {
    frames,
    async call(method: string, params: object) {
      count += 1
      const id = `${count}`
      socket.send(JSON.stringify({ id, jsonrpc: '2.0', method, params }))
      return take((frame) => String(frame.id) === id)
    },
    push: () => take((frame) => frame.method === 'irn_subscription'),
    acknowledge: (id: number) => socket.send(JSON.stringify({ id, jsonrpc: '2.0', result: true })),
    close: () => socket.terminate(),
  }
}

const publish = (message: string, tag = 1108) => ({ topic: TOPIC, message, ttl: 300, tag })

async function open(t: TestContext, options: Parameters<typeof createRelay>[0] = {}) {
  const relay = await createRelay(options)
  t.after(() => relay.close())
  return relay
}

test('a letter waits for its reader, who gets the answer to his subscription first', async (t) => {
  const relay = await open(t)
  const [sender, reader] = [await enter(relay), await enter(relay)]
  await sender.call('irn_publish', publish('one'))

  const answer = await reader.call('irn_subscribe', { topic: TOPIC })
  const { params } = await reader.push()

  assert.equal(answer.id, '1' as never)
  assert.equal(typeof answer.result, 'string')
  assert.equal(params.data.message, 'one')
})

test('nobody hears an echo', async (t) => {
  const relay = await open(t)
  const [sender, reader] = [await enter(relay), await enter(relay)]
  for (const each of [sender, reader]) await each.call('irn_subscribe', { topic: TOPIC })

  await sender.call('irn_publish', publish('one'))
  await reader.push()
  await sender.call('irn_batchSubscribe', { topics: [TOPIC] })
  await sender.call('irn_batchSubscribe', { topics: [TOPIC] })

  assert.deepEqual(sender.frames, [])
})

test('a letter that was not acknowledged is pushed again, also after coming back', async (t) => {
  const relay = await open(t)
  const identity = createIdentity()
  const [sender, reader] = [await enter(relay), await enter(relay, identity)]
  await reader.call('irn_subscribe', { topic: TOPIC })
  await sender.call('irn_publish', publish('one'))

  const first = await reader.push()
  const second = await reader.push()
  reader.close()
  const back = await enter(relay, identity)
  await back.call('irn_subscribe', { topic: TOPIC })
  const third = await back.push()
  back.acknowledge(third.id)
  const again = await back.call('irn_batchFetchMessages', { topics: [TOPIC] })

  assert.equal(first.id, second.id)
  assert.equal(third.params.data.message, 'one')
  assert.deepEqual(again.result, { messages: [], hasMore: false })
})

test('a restart loses no letter and repeats none that was taken', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'mail')
  const identity = createIdentity()
  const first = await createRelay({ persistTo: file })
  const [sender, reader] = [await enter(first), await enter(first, identity)]
  await reader.call('irn_subscribe', { topic: TOPIC })
  await sender.call('irn_publish', publish('taken'))
  reader.acknowledge((await reader.push()).id)
  await reader.call('irn_unsubscribe', { topic: TOPIC })
  await sender.call('irn_publish', publish('waiting'))
  await first.close()

  const second = await open(t, { persistTo: file, port: first.port })
  const back = await enter(second, identity)
  await back.call('irn_subscribe', { topic: TOPIC })

  assert.equal((await back.push()).params.data.message, 'waiting')
})

test('faults happen to letters of their tag only, as often as asked', async (t) => {
  const relay = await open(t)
  const [sender, reader] = [await enter(relay), await enter(relay)]
  await reader.call('irn_subscribe', { topic: TOPIC })
  relay.faults.set(1108, { type: 'drop' })
  relay.faults.set(1108, { type: 'hold' })
  relay.faults.set(1109, { type: 'duplicate' })

  for (const message of ['dropped', 'held', 'third'])
    await sender.call('irn_publish', publish(message))
  await sender.call('irn_publish', publish('double', 1109))
  const heard = [await reader.push(), await reader.push(), await reader.push()]
  relay.release()
  const late = await reader.push()

  assert.deepEqual(
    heard.map((each) => each.params.data.message),
    ['third', 'double', 'double'],
  )
  assert.equal(late.params.data.message, 'held')
})

test('an off relay refuses, and has everything when it is on again', async (t) => {
  const relay = await open(t)
  const identity = createIdentity()
  const sender = await enter(relay, identity)
  await sender.call('irn_publish', publish('one'))

  await relay.off()
  await assert.rejects(enter(relay), /ECONNREFUSED/)
  await relay.on()
  const reader = await enter(relay)
  await reader.call('irn_subscribe', { topic: TOPIC })

  assert.equal((await reader.push()).params.data.message, 'one')
})

test('only a client with a true token for this relay and a known project comes in', async (t) => {
  const relay = await open(t)
  const me = createIdentity()
  const good = me.token(relay.url)
  const [head, , signature] = good.split('.')
  const forged = `${head}.${createIdentity().token(relay.url).split('.')[1]}.${signature}`
  const refused = [
    '',
    `?projectId=sandbox`,
    `?auth=${good}`,
    `?auth=${good}&projectId=other`,
    `?auth=nonsense&projectId=sandbox`,
    `?auth=${forged}&projectId=sandbox`,
    `?auth=${me.token('ws://elsewhere.example')}&projectId=sandbox`,
    `?auth=${me.token(relay.url, { exp: now() - 1 })}&projectId=sandbox`,
    `?auth=${me.token(relay.url, { iat: now() + 600 })}&projectId=sandbox`,
    `?auth=${me.token(relay.url, { iss: 'did:key:z6Mk' })}&projectId=sandbox`,
  ]

  for (const query of refused) {
    const socket = new WebSocket(`${relay.url}/${query}`)
    const [error] = (await once(socket, 'error')) as [Error]
    assert.match(error.message, /401/, query)
  }
  await enter(relay)
})

test('a frame that is no request is answered with an error', async (t) => {
  const relay = await open(t)
  const client = await enter(relay)

  const unknown = await client.call('irn_steal', {})
  const malformed = await client.call('irn_publish', { topic: 'short', message: 'x' })

  assert.match(JSON.stringify(unknown.error), /irn_steal/)
  assert.match(JSON.stringify(malformed.error), /-32600/)
})

test('the wire can be looked at', async (t) => {
  const relay = await open(t)
  const sender = await enter(relay)
  const watching = relay.frames(0, 5_000)

  await sender.call('irn_publish', publish('secret'.repeat(100)))

  const [frame] = await watching
  assert.equal(frame?.method, 'irn_publish')
  assert.equal(frame?.bytes, 600)
  assert.equal(frame?.body?.length, 160)
})
