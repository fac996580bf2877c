import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId, TxHash } from '../../src/domain/ids.ts'
import type { RelayLedger, RelayUsage, SignedRelay } from '../../src/ports/relay-ledger.ts'
import type { RelayRefusal } from '../../src/ports/relayer.ts'
import { createRelayLedger } from '../../src/store/relay-ledger.ts'
import { account, tx } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const DAY_MS = 86_400_000
const sender = account('gas')
const ben = 1 as PersonId
const ann = 2 as PersonId
/** More wei than a database's integer or a float holds exactly. */
const COST = 10n ** 20n + 1n

/** What must hold of every {@link RelayLedger}. */
export function relayLedgerSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const ledgerOf = (chainId = 1): RelayLedger =>
    createRelayLedger({
      database: fresh.adapter.db,
      chainId,
      now: () => fresh.adapter.clock.now,
    })

  const signed = (name: string): SignedRelay => ({
    hash: tx(name),
    raw: `raw ${name}`,
    maxFeeWei: 20n,
    tipWei: 2n,
    costWei: COST,
  })

  type Given = {
    person?: PersonId
    from?: typeof sender
    chainNonce?: number
    refuse?: (usage: RelayUsage) => RelayRefusal | null
    sign?: (nonce: number) => SignedRelay
  }
  const openKey = (ledger: RelayLedger, key: string, given: Given = {}) => {
    const { person = ben, from = sender, chainNonce = 0 } = given
    return ledger.open({
      key,
      person,
      call: { to: account('rights'), data: `0x${Buffer.from(key).toString('hex')}` },
      sender: from,
      chainNonce,
      gas: 50_000n,
      refuse: given.refuse ?? (() => null),
      sign: given.sign ?? ((nonce) => signed(`${from} ${key} ${nonce}`)),
    })
  }
  const nonceOf = async (opened: ReturnType<typeof openKey>) => {
    const result = await opened
    return result.type === 'open' ? result.entry.nonce : -1
  }

  test('a key is opened once, and found again as it was', async () => {
    const ledger = ledgerOf()
    const first = await openKey(ledger, 'a')
    const again = await openKey(ledger, 'a', {
      refuse: () => 'budget',
      sign: () => assert.fail('a known key is not signed again'),
    })

    assert.equal(first.type, 'open')
    assert.deepEqual(again, first)
    const { costWei: _, ...kept } = signed(`${sender} a 0`)
    assert.deepEqual(await ledger.find('a'), {
      key: 'a',
      call: { to: account('rights'), data: '0x61' },
      sender,
      nonce: 0,
      gas: 50_000n,
      included: null,
      signed: [{ ...kept, signedAt: fresh.adapter.clock.now }],
    })
    assert.equal(await ledger.find('b'), null)
  })

  test('nonces are the first that chain and ledger leave free, one row for each account', async () => {
    const ledger = ledgerOf()
    const nonces = [
      await nonceOf(openKey(ledger, 'a', { chainNonce: 5 })),
      await nonceOf(openKey(ledger, 'b', { chainNonce: 5 })),
      await nonceOf(openKey(ledger, 'c', { chainNonce: 9 })),
      await nonceOf(openKey(ledger, 'd', { from: account('other gas') })),
      await nonceOf(openKey(ledgerOf(2), 'a2')),
    ]

    assert.deepEqual(nonces, [5, 6, 9, 0, 0])
  })

  test('keys that are opened at once get one nonce each, and one key gets one', async () => {
    const ledger = ledgerOf()
    const keys = ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']

    const nonces = await Promise.all(keys.map((key) => nonceOf(openKey(ledger, key))))

    assert.deepEqual(nonces.slice(0, 4).toSorted(), [0, 1, 2, 3])
    assert.deepEqual(nonces.slice(4), nonces.slice(0, 4))
    assert.deepEqual(
      (await ledger.unsettled()).map(({ nonce }) => nonce),
      [0, 1, 2, 3],
    )
  })

  test('two chains in one database know nothing of each other', async () => {
    const [one, two] = [ledgerOf(1), ledgerOf(2)]
    await openKey(one, 'a')
    await openKey(two, 'a', { sign: () => signed('elsewhere') })

    await one.settle('a', tx('x'), 3n)
    await one.replace('a', signed('again'))

    assert.equal((await two.find('a'))?.signed.length, 1)
    assert.equal((await two.unsettled()).length, 1)
    assert.equal(await two.spentWithout(''), COST)
  })

  test('what is refused, or cannot be signed, leaves nothing', async () => {
    const ledger = ledgerOf()
    const refused = await openKey(ledger, 'a', { refuse: () => 'budget' })
    const sign = () => {
      throw new Error('killed')
    }

    assert.deepEqual(refused, { type: 'refused', reason: 'budget' })
    await assert.rejects(openKey(ledger, 'a', { sign }), /killed/)
    assert.equal(await ledger.find('a'), null)
    assert.equal(await nonceOf(openKey(ledger, 'a')), 0)
  })

  test('what was spent is exact, by day, person and account', async () => {
    const ledger = ledgerOf()
    await openKey(ledger, 'a')
    await openKey(ledger, 'b', { person: ann, from: account('other gas') })
    const seen: RelayUsage[] = []
    const refuse = (usage: RelayUsage) => {
      seen.push(usage)
      return null
    }
    await openKey(ledger, 'c', { refuse })
    fresh.adapter.clock.now += DAY_MS
    const tomorrow = await ledger.usage({ sender, person: ben })

    assert.deepEqual(seen[0], { spentWei: 2n * COST, callsOfPerson: 1, outstandingWei: COST })
    assert.deepEqual(tomorrow, { spentWei: 0n, callsOfPerson: 0, outstandingWei: 2n * COST })
  })

  test('a replacement comes last, and its cost counts on the day it was made', async () => {
    const ledger = ledgerOf()
    await openKey(ledger, 'a')
    fresh.adapter.clock.now += DAY_MS
    await ledger.replace('a', { ...signed('dearer'), costWei: 7n })

    const entry = await ledger.find('a')
    assert.equal(entry?.nonce, 0)
    assert.deepEqual(
      entry?.signed.map(({ hash }) => hash),
      [tx(`${sender} a 0`), tx('dearer')],
    )
    assert.equal(await ledger.spentWithout(''), 7n)
    assert.equal(await ledger.spentWithout('a'), 0n)
    // The person asked yesterday.
    assert.equal((await ledger.usage({ sender, person: ben })).callsOfPerson, 0)
  })

  test('a key that lost its nonce gets one behind all others, and keeps its hashes', async () => {
    const ledger = ledgerOf()
    await openKey(ledger, 'a')
    await openKey(ledger, 'b')
    await ledger.include('a', tx('seen'))

    const moved = await ledger.move('a', {
      sender,
      chainNonce: 1,
      sign: (nonce) => signed(`moved to ${nonce}`),
    })

    assert.equal(moved.nonce, 2)
    assert.equal(moved.included, null)
    assert.deepEqual(moved, await ledger.find('a'))
    const hashes: (TxHash | undefined)[] = moved.signed.map(({ hash }) => hash)
    assert.deepEqual(hashes, [tx(`${sender} a 0`), tx('moved to 2')])
  })

  test('what is settled costs what it did, and is opened again where the chain forgot it', async () => {
    const ledger = ledgerOf()
    for (const key of ['a', 'b', 'c']) await openKey(ledger, key)
    for (const key of ['a', 'b', 'c']) await ledger.settle(key, tx(`in block ${key}`), 3n)
    assert.deepEqual(await ledger.unsettled(), [])
    assert.equal(await ledger.spentWithout(''), 9n)
    assert.equal((await ledger.usage({ sender, person: ben })).outstandingWei, 0n)
    assert.equal((await ledger.find('b'))?.included, tx('in block b'))

    await ledger.reopen(account('other gas'), 0)
    assert.deepEqual(await ledger.unsettled(), [])
    await ledger.reopen(sender, 1)

    const open = await ledger.unsettled()
    assert.deepEqual(
      open.map(({ key, included }) => [key, included]),
      [
        ['b', null],
        ['c', null],
      ],
    )
  })
}
