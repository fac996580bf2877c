import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account, PersonId } from '../../src/domain/ids.ts'
import { account } from './blocks.ts'
import { type OpenStore, onFreshStore } from './store-adapter.ts'

const [mei, other] = [account('mei'), account('other')]
const [ben, mia] = [7_000_000_001 as PersonId, 2 as PersonId]

/** What must hold of every `Desks`. */
export function desksSuite(open: OpenStore): void {
  const fresh = onFreshStore(open)
  const { inUnit } = fresh
  const invite = (secretHash: string, issuer = mei, lastsMs = 1000) =>
    inUnit(({ desks }) =>
      desks.invite({ secretHash, issuer, expiresAt: fresh.adapter.clock.now + lastsMs }),
    )
  const join = (secretHash: string, person: PersonId) =>
    inUnit(({ desks }) => desks.join({ secretHash, person }))
  const of = (person: PersonId) => inUnit(({ desks }) => desks.of(person))
  const peopleOf = (issuer: Account) => inUnit(({ desks }) => desks.peopleOf(issuer))

  test('who was invited serves the desk from then on', async () => {
    await invite('a')
    assert.deepEqual(await peopleOf(mei), [])

    assert.equal(await join('a', ben), mei)

    assert.deepEqual(await of(ben), [mei])
    assert.deepEqual(await peopleOf(mei), [ben])
    assert.deepEqual(await of(mia), [])
  })

  test('an invitation is for one person, once', async () => {
    await invite('a')
    assert.equal(await join('a', ben), mei)

    assert.equal(await join('a', mia), null)
    assert.equal(await join('a', ben), null)
    assert.deepEqual(await peopleOf(mei), [ben])
  })

  test('of many who open an invitation at once one joins', async () => {
    await invite('a')
    const people = Array.from({ length: 8 }, (_, place) => (100 + place) as PersonId)

    const joined = await Promise.all(people.map((person) => join('a', person)))

    const through = people.filter((_, place) => joined[place] !== null)
    assert.equal(through.length, 1)
    assert.deepEqual(await peopleOf(mei), through)
  })

  test('an invitation that has run out, or never was, lets nobody in', async () => {
    await invite('a')
    fresh.adapter.clock.now += 1000

    assert.equal(await join('a', ben), null)
    assert.equal(await join('b', ben), null)
    assert.deepEqual(await peopleOf(mei), [])
  })

  test('an invitation is open until somebody used it or it has run out', async () => {
    const isOpen = (hash: string) => inUnit(({ desks }) => desks.isInvitationOpen(hash))
    await invite('a')
    await invite('b')
    assert.deepEqual([await isOpen('a'), await isOpen('c')], [true, false])

    await join('a', ben)
    assert.deepEqual([await isOpen('a'), await isOpen('b')], [false, true])
    fresh.adapter.clock.now += 1000
    assert.equal(await isOpen('b'), false)
  })

  test('a secret invites to one desk only', async () => {
    await invite('a')

    await assert.rejects(invite('a', other))
    assert.equal(await join('a', ben), mei)
  })

  test('an invitation tells whose it is, used or not; one that never was tells nothing', async () => {
    await invite('a')
    const issuerOf = (hash: string) => inUnit(({ desks }) => desks.issuerOf(hash))
    assert.equal(await issuerOf('a'), mei)
    await join('a', ben)
    assert.equal(await issuerOf('a'), mei)
    assert.equal(await issuerOf('b'), null)
  })

  test('people and desks are many to many, in the order of joining', async () => {
    for (const [secret, issuer, person] of [
      ['a', mei, ben],
      ['b', mei, mia],
      ['c', other, ben],
    ] as const) {
      await invite(secret, issuer)
      await join(secret, person)
      fresh.adapter.clock.now += 1
    }

    assert.deepEqual(await of(ben), [mei, other])
    assert.deepEqual(await peopleOf(mei), [ben, mia])
  })

  test('who leaves one desk still serves the other, and colleagues stay', async () => {
    for (const [secret, issuer, person] of [
      ['a', mei, ben],
      ['b', mei, mia],
      ['c', other, ben],
    ] as const) {
      await invite(secret, issuer)
      await join(secret, person)
    }
    await inUnit(({ desks }) => desks.leave(mei, ben))

    assert.deepEqual(await of(ben), [other])
    assert.deepEqual(await peopleOf(mei), [mia])
  })
}
