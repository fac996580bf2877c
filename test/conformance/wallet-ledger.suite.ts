import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PromptId } from '../../src/domain/ids.ts'
import type { WalletAnswer } from '../../src/ports/wallet-ledger.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const prompt = 'deal:1' as PromptId
const question = { prompt, topic: 'topic', method: 'send', paramsHash: 'hash', expiresAt: 2_000 }
const answered = { type: 'answered', prompt, result: '0xresult' } as const
const guess: WalletAnswer = { type: 'refused', prompt, reason: 'expired', message: '' }
const refusal: WalletAnswer = { type: 'refused', prompt, reason: 'rejected', message: 'no' }

/** What must hold of every `WalletLedger`. */
export function walletLedgerSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const ledger = () => fresh.adapter.ledger
  const openPrompts = async (topic?: string) =>
    (await ledger().openRequests(topic)).map((each) => each.prompt)

  test('a pairing is known by its topic until it is closed', async () => {
    const pairing = { attempt: 'a', pairingTopic: 't1', expiresAt: 100 }
    await ledger().openPairing(pairing)
    assert.deepEqual(await ledger().pairingOf('t1'), pairing)
    assert.equal(await ledger().pairingOf('t2'), null)
    assert.deepEqual(await ledger().pairings(), [pairing])

    await ledger().closePairing('t1')
    assert.equal(await ledger().pairingOf('t1'), null)
    await ledger().closePairing('t1')
  })

  test('a new pairing of an attempt replaces the earlier one', async () => {
    await ledger().openPairing({ attempt: 'a', pairingTopic: 't1', expiresAt: 100 })
    await ledger().openPairing({ attempt: 'a', pairingTopic: 't2', expiresAt: 200 })

    assert.equal(await ledger().pairingOf('t1'), null)
    assert.deepEqual(await ledger().pairings(), [
      { attempt: 'a', pairingTopic: 't2', expiresAt: 200 },
    ])
  })

  test('a prompt is begun once, however many try at once', async () => {
    const tries = Array.from({ length: 8 }, () => ledger().beginRequest(question))
    const begun = (await Promise.all(tries)).filter((is) => is)

    assert.equal(begun.length, 1)
    assert.equal(await ledger().isBegun(prompt), true)
    assert.equal(await ledger().isBegun('deal:2' as PromptId), false)
  })

  test('a question that has not left can be taken back and begun anew', async () => {
    await ledger().beginRequest(question)
    await ledger().withdrawRequest(prompt)

    assert.equal(await ledger().isBegun(prompt), false)
    assert.equal(await ledger().beginRequest(question), true)
  })

  test('a question that has left stays, under the id it left with', async () => {
    await ledger().beginRequest(question)
    await ledger().publishRequest(prompt, '99')
    await ledger().withdrawRequest(prompt)
    await ledger().publishRequest(prompt, '100')

    assert.deepEqual(await ledger().requestOf('99'), { ...question, requestId: '99' })
    assert.equal(await ledger().requestOf('100'), null)
  })

  test('open questions come oldest first, and by session', async () => {
    const ids = ['deal:1', 'deal:2', 'deal:3'] as PromptId[]
    for (const [place, id] of ids.entries()) {
      const topic = place === 2 ? 'other' : 'topic'
      await ledger().beginRequest({ ...question, prompt: id, topic, expiresAt: 3_000 - place })
    }
    assert.deepEqual(await openPrompts(), [...ids].reverse())
    assert.deepEqual(await openPrompts('topic'), [ids[1], ids[0]])

    await ledger().settleRequest({ ...answered, prompt: ids[1] ?? prompt })
    assert.deepEqual(await openPrompts('topic'), [ids[0]])
  })

  test('the first word of a wallet stays', async () => {
    await ledger().beginRequest(question)

    assert.equal(await ledger().settleRequest(refusal), true)
    assert.equal(await ledger().settleRequest(answered), false)
    assert.deepEqual(await ledger().undelivered(), [refusal])
  })

  test('the word of a wallet replaces our guess, and no guess replaces it', async () => {
    await ledger().beginRequest(question)

    assert.equal(await ledger().settleRequest(guess), true)
    assert.equal(await ledger().settleRequest(guess), false)
    assert.equal(await ledger().settleRequest(answered), true)
    assert.equal(await ledger().settleRequest(guess), false)
    assert.deepEqual(await ledger().undelivered(), [answered])
  })

  test('of many answers at once one is news', async () => {
    await ledger().beginRequest(question)
    const results = Array.from({ length: 8 }, (_, place) => `0x${place}`)

    const told = await Promise.all(
      results.map((result) => ledger().settleRequest({ ...answered, result })),
    )

    const [first, ...more] = results.filter((_, place) => told[place])
    assert.deepEqual(more, [])
    assert.deepEqual(await ledger().undelivered(), [{ ...answered, result: first }])
  })

  test('an answer to a question that was never asked is no news', async () => {
    assert.equal(await ledger().settleRequest(answered), false)
    assert.deepEqual(await ledger().undelivered(), [])
  })

  test('exactly the answer that was taken is taken', async () => {
    await ledger().beginRequest(question)
    await ledger().settleRequest(guess)
    await ledger().settleRequest(answered)

    await ledger().deliver(guess)
    assert.deepEqual(await ledger().undelivered(), [answered])
    await ledger().deliver(answered)
    assert.deepEqual(await ledger().undelivered(), [])
    assert.equal(await ledger().settleRequest(refusal), false)
  })

  test('answers do not lie open', async () => {
    await ledger().beginRequest(question)
    await ledger().settleRequest(answered)

    assert.doesNotMatch(JSON.stringify(await fresh.adapter.rows('wallet_request')), /0xresult/)
  })
}
