import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { type ActionName, actions } from '../../src/domain/actions.ts'
import { keyOf } from '../../src/domain/button-key.ts'
import { encodeAction } from '../../src/domain/callback-data.ts'
import type { PersonId } from '../../src/domain/ids.ts'
import { account } from '../conformance/blocks.ts'
import { offered } from '../unit/features/photo-stage.ts'
import { hash, MEI, mei, openSellerStage, type SellerStage } from '../unit/features/seller-stage.ts'

const EVE = 8
const vectors = { model: 'm1', vectors: Uint8Array.of(3) }
let stage: SellerStage
beforeEach(async () => {
  stage = await openSellerStage()
})
afterEach(() => stage.close())

/** A tap on a button that may have been forged. */
async function forges(name: ActionName, subject: string, version: number, from = MEI) {
  assert.ok(Object.hasOwn(actions, name))
  await stage.arrives(from, { data: encodeAction({ name, subject, version }) })
  await stage.settle()
}

async function givesOne(): Promise<void> {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.presses(/^Keep$/)
}

const photoId = async () => (await stage.exemplars()).find(({ kind }) => kind === 'photo')?.id ?? 0
const seriesKey = async (issuer: string, number: string) => {
  const [series] = await stage.inUnit(({ index }) =>
    index.seriesOfProduct({ issuer: issuer as typeof mei, number }),
  )
  return keyOf(series?.id ?? '')
}

// Nothing of this could be done before either; but no test failed when the checks were taken away.
test('an issuer of something else neither sees nor deletes a photo by its number', async () => {
  await givesOne()
  const eve = account('eve')
  await stage.append(offered('pot', { issuer: eve }))
  const proof = { account: eve, topic: 'e', challenge: 'c', signature: 's' }
  await stage.inUnit(({ bindings }) => bindings.bind({ person: EVE as PersonId, ...proof }))
  for (const name of ['show-photo', 'delete-photo'] as const) {
    await forges(name, await seriesKey(eve, 'pot'), await photoId(), EVE)
    await forges(name, await seriesKey(mei, 'tea'), await photoId(), EVE)
  }
  assert.equal(stage.last(/nobody is shown it/), undefined)
  assert.equal((await stage.exemplars()).length, 2)
})

test('nor does the issuer under the name of another product, nor the picture on the chain', async () => {
  await givesOne()
  const [catalogue] = await stage.exemplars()
  for (const name of ['show-photo', 'delete-photo'] as const) {
    await forges(name, await seriesKey(mei, 'cup'), await photoId())
    await forges(name, await seriesKey(mei, 'tea'), catalogue?.id ?? 0)
  }
  assert.equal(stage.last(/nobody is shown it/), undefined)
  assert.equal((await stage.exemplars()).length, 2)
})

test('somebody else who has proven the account says neither yes nor no to photos they did not send', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.bind(EVE)
  await stage.presses(/^Keep$/, EVE)
  await stage.presses(/Do not keep/, EVE)
  assert.equal((await stage.exemplars()).length, 1)
  await stage.presses(/^Keep$/)
  assert.equal((await stage.exemplars()).length, 2)
})

const unbinds = () => stage.inUnit(({ bindings }) => bindings.unbind(MEI as PersonId, mei))

test('who is no issuer any more, between the yes and the keeping, keeps nothing and leaves no file', async () => {
  for (const moment of ['before it is fetched', 'before it is written down']) {
    await stage.opens()
    await stage.presses(/Add photos/)
    await stage.sends(moment, [5])
    await stage.settle()
    await stage.taps(/^Keep$/)
    const keep = stage.vision.keep
    if (moment === 'before it is fetched') {
      await unbinds()
      stage.vision.keep = () => assert.fail('it was looked at')
    } else {
      stage.vision.keep = async (bytes) => {
        await unbinds()
        return keep(bytes)
      }
    }
    await stage.settle()
    stage.vision.keep = keep
    assert.ok(stage.last(/could not be kept[\s\S]*account that published/), moment)
    assert.equal((await stage.exemplars()).length, 1)
    assert.deepEqual([...stage.kept.keys()], [hash('a')])
    await stage.bind(MEI)
  }
})

test('a photo that finds no room any more is not kept, and leaves no file', async () => {
  await stage.opens()
  await stage.presses(/Add photos/)
  await stage.sends('one', [5])
  await stage.settle()
  await stage.taps(/^Keep$/)
  for (let at = 0; at < 12; at += 1) {
    const photo = { pictureHash: hash(at.toString(16)).replace('0x', '0xff'), category: 1 }
    const product = { issuer: mei, number: 'tea' }
    await stage.inUnit(({ exemplars }) =>
      exemplars.add({ ...photo, product, givenBy: MEI as PersonId, vectors }),
    )
  }
  await stage.settle()
  assert.ok(stage.last(/could not be kept[\s\S]*twelve photos/))
  assert.equal((await stage.exemplars()).length, 13)
  assert.deepEqual([...stage.kept.keys()], [hash('a')])
})

test('a deleted photo’s file stays while another product is recognised by the same picture', async () => {
  await givesOne()
  const [, photo] = await stage.exemplars()
  const cup = { product: { issuer: mei, number: 'cup' }, category: 1, givenBy: MEI as PersonId }
  const pictureHash = photo?.pictureHash ?? ''
  const other = await stage.inUnit(({ exemplars }) =>
    exemplars.add({ ...cup, pictureHash, vectors }),
  )
  await forges('delete-photo', await seriesKey(mei, 'tea'), photo?.id ?? 0)
  assert.deepEqual([...stage.kept.keys()], [hash('a'), pictureHash])
  await forges('delete-photo', await seriesKey(mei, 'cup'), other)
  assert.deepEqual([...stage.kept.keys()], [hash('a')])
})

// After unbinding the account whoever had given a photo could not delete it, and it went on recognising.
test('the giver deletes a photo also when the account is theirs no more, and sees no others', async () => {
  await givesOne()
  await unbinds()
  await stage.presses(/Delete/)
  assert.equal((await stage.exemplars()).length, 1)
  assert.deepEqual([...stage.kept.keys()], [hash('a')])
  assert.ok(stage.last(/The photo of <b>tea<\/b> is deleted/))
})

test('who has the same account now is not told that they gave it', async () => {
  await givesOne()
  await stage.bind(EVE)
  await forges('show-photo', await seriesKey(mei, 'tea'), await photoId(), EVE)
  assert.match(
    stage.last(/nobody is shown it/)?.html ?? '',
    /Somebody else with this account gave it/,
  )
})
