import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Deal, offerDeal } from '../../src/domain/deal/deal.ts'
import type { RedemptionSubject } from '../../src/domain/deal/subject.ts'
import type { Account, ChatId, DealId } from '../../src/domain/ids.ts'
import type { RightsEvent } from '../../src/domain/rights-event.ts'
import type { Unit } from '../../src/ports/store.ts'
import {
  account,
  block,
  burned,
  dealId,
  minted,
  moved,
  published,
  right,
  series,
  tx,
} from './blocks.ts'
import { buyer, somePurchase } from './some-deal.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const [seller, other] = [account('seller'), account('other')]
const tea = series('tea')

/** A delivery of one right of tea, whose price this issuer was asked; nobody when null. */
function delivery(id: DealId, askedOf: Account | null): Deal {
  const subject: RedemptionSubject = {
    kind: 'redemption',
    rights: [right(tea, 1)],
    way: 'delivery',
    secret: `0x${'1'.repeat(32)}`,
    delivery: { address: '5 Canal Street', quote: null, askedOf, tracking: null },
  }
  return offerDeal({ id, person: buyer, chat: Number(buyer.id) as ChatId, subject })
}

/** What a desk reads, and what reminders go through: besides the lists that everybody reads. */
export function deskListsSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const read = <T>(work: (index: Unit['index']) => Promise<T>) => inUnit(({ index }) => work(index))
  const append = (number: number, events: RightsEvent[]) =>
    fresh.adapter.projections.append(block(number, events))

  test('a desk finds the deliveries that wait for its answer, and no others', async () => {
    const [mine, free, far] = [dealId('mine'), dealId('free'), dealId('far')]
    await inUnit(async ({ deals }) => {
      for (const deal of [delivery(mine, seller), delivery(free, null), delivery(far, other)])
        await deals.add(deal)
    })
    const asked = async () =>
      (await inUnit(({ deals }) => deals.find({ askedOf: seller }))).map(({ deal }) => deal.id)
    assert.deepEqual(await asked(), [mine])

    const facts = {
      type: 'done',
      outcome: 'accepted',
      rights: [right(tea, 1)],
      until: null,
      txHash: null,
      blockNumber: 1,
    } as const
    const locked = { ...delivery(mine, seller), stage: 'done', facts } as unknown as Deal
    await inUnit(({ deals }) => deals.save(locked, 0, null))
    assert.deepEqual(await asked(), [])
  })

  test('an address lies open nowhere', async () => {
    await inUnit(({ deals }) => deals.add(delivery(dealId('mine'), seller)))
    assert.doesNotMatch(JSON.stringify(await fresh.adapter.rows('deal')), /Canal/)
  })

  test('a deal that waits for the chain is due by the chain’s clock, any other by ours', async () => {
    const [standing, asking] = [dealId('standing'), dealId('asking')]
    await inUnit(async ({ deals }) => {
      await deals.add(somePurchase(standing))
      await deals.add(somePurchase(asking))
      await deals.save({ ...somePurchase(standing), stage: 'done' }, 0, 100)
      await deals.save({ ...somePurchase(asking), stage: 'checking' }, 0, 100)
    })
    const due = async (now: number, chainTime: number) =>
      (await inUnit(({ deals }) => deals.due(now, 10, chainTime))).map(({ id }) => id)

    assert.deepEqual(await due(99, 99), [])
    assert.deepEqual(await due(99, 100), [standing])
    assert.deepEqual(await due(100, 99), [asking])
    assert.deepEqual((await due(100, 100)).sort(), [standing, asking].sort())
  })

  test('living rights are gone through a few at a time, each once', async () => {
    const rights = [1, 2, 3, 4, 5].map((serial) => right(tea, serial))
    const [first, second, third] = rights as [
      (typeof rights)[0],
      (typeof rights)[0],
      (typeof rights)[0],
    ]
    await append(1, [published(tea), ...rights.map((each) => minted(each))])
    await append(2, [burned(second), moved(third, 'sent')])
    const page = async (after: typeof first | null, limit: number) =>
      (await read((index) => index.liveRights(after, limit))).map(({ id }) => id)

    assert.deepEqual(await page(null, 2), [first, third])
    assert.deepEqual(await page(third, 2), rights.slice(3))
    assert.deepEqual(await page(rights[4] ?? null, 2), [])
  })

  test('what waits at a desk is read on from where the last page ended', async () => {
    const rights = [1, 2, 3].map((serial) => right(tea, serial))
    await append(1, [published(tea), ...rights.map((each) => minted(each))])
    for (const [place, each] of rights.entries()) await append(place + 2, [moved(each, 'shipped')])
    const from = async (offset: number) =>
      (await read((index) => index.rightsIssuedBy(seller, ['shipped'], offset))).map(({ id }) => id)

    assert.deepEqual(await from(0), rights)
    assert.deepEqual(await from(2), rights.slice(2))
    assert.deepEqual(await from(3), [])
  })

  test('whom an account serves, until it serves no more', async () => {
    const helper = account('helper')
    const set = (issuer: Account, isStaff: boolean): RightsEvent => ({
      type: 'staff-set',
      issuer,
      account: helper,
      isStaff,
      txHash: tx(`staff ${issuer} ${isStaff}`),
    })
    await append(1, [set(seller, true), set(other, true)])
    await append(2, [set(other, false)])

    assert.deepEqual(await read((index) => index.servedBy([helper])), [seller])
    assert.deepEqual(await read((index) => index.servedBy([seller])), [])
    assert.deepEqual(await read((index) => index.servedBy([])), [])
  })
}
