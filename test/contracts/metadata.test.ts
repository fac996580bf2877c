import assert from 'node:assert/strict'
import { toUtf8Bytes } from 'ethers'
import type { RightId } from '../../src/domain/ids.ts'
import { packRightId } from '../../src/domain/right-id.ts'
import { DAY_SECONDS } from '../../src/domain/terms.ts'
import {
  datedTerms,
  dispute,
  handOver,
  leaveUnserved,
  list,
  sendRight,
  ship,
  soldInEscrow,
} from './helpers/scenes.ts'
import { refuses, worldTests } from './helpers/world-tests.ts'
import { tea, type World } from './world.ts'

const it = worldTests()
const HEAD = 'data:application/json;base64,'

type Attribute = { trait_type: string; value: unknown; display_type?: string }
type Token = { name: string; description: string; attributes: Attribute[] }

/** What a wallet reads: strict about UTF-8 and about JSON. */
function readUri(uri: string): unknown {
  assert.ok(uri.startsWith(HEAD))
  const bytes = Buffer.from(uri.slice(HEAD.length), 'base64')
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
}

const tokenOf = async (world: World, right: RightId) =>
  readUri(await world.read('tokenURI', right)) as Token
const trait = (token: Token, name: string) =>
  token.attributes.find((each) => each.trait_type === name)?.value

/** The token of a series with these goods. */
async function tokenFor(world: World, goods: object) {
  const { series, terms } = await world.publish({ goods })
  await world.buy(series, terms)
  return tokenOf(world, packRightId(series, 1n))
}

it('tokenURI_showsWhatTheRightStandsFor', async (world) => {
  const { series, terms } = await world.publish()
  await world.buy(series, terms, { quantity: 2 })

  const token = await tokenOf(world, packRightId(series, 2n))

  assert.equal(token.name, 'Longjing #2')
  assert.equal(
    token.description,
    'A right to one physical good: 100 g, tin. Burned when the good is handed over.',
  )
  assert.deepEqual(token.attributes, [
    { trait_type: 'State', value: 'held' },
    { trait_type: 'Product number', value: tea.productNumber },
    { trait_type: 'Specification', value: tea.specification },
    { trait_type: 'Category', value: 2073 },
    { trait_type: 'Picture keccak256', value: tea.pictureHash },
    { trait_type: 'Serial', display_type: 'number', value: 2 },
  ])
})

it('tokenURI_showsTheRedeemByDayAsADate', async (world) => {
  const dated = await datedTerms(world)
  const { right } = await world.sold(dated)
  const token = await tokenOf(world, right)
  const attribute = token.attributes.find((each) => each.trait_type === 'Redeem by')
  assert.equal(attribute?.display_type, 'date')
  assert.equal(attribute?.value, dated.redeemByDay * DAY_SECONDS)
})

it('tokenURI_embedsNoPicture', async (world) => {
  const token = await tokenFor(world, {
    pictureUrl: 'https://example.org/a.svg',
    pictureHash: null,
  })
  assert.deepEqual(Object.keys(token), ['name', 'description', 'attributes'])
  assert.equal(trait(token, 'Picture keccak256'), `0x${'00'.repeat(32)}`)
  assert.ok(!JSON.stringify(token).includes('example.org'))
})

const states: [string, (world: World, right: RightId) => Promise<unknown>][] = [
  ['held', async () => {}],
  ['listed', (world, right) => list(world, right)],
  ['sent', (world, right) => sendRight(world, right)],
  ['requested', (world, right) => world.request(right)],
  ['requested', (world, right) => world.request(right, world.buyer, 'delivery')],
  ['shipped', (world, right) => ship(world, right)],
  ['disputed', (world, right) => dispute(world, right)],
]
for (const [at, [state, bring]] of states.entries()) {
  it(`tokenURI_says ${state} (${at})`, async (world) => {
    const { right } = await soldInEscrow(world)
    await bring(world, right)
    assert.equal(trait(await tokenOf(world, right), 'State'), state)
  })
}

for (const way of ['pick-up', 'delivery'] as const) {
  it(`tokenURI_says accepted, ${way}, and then unserved`, async (world) => {
    const { right } = await soldInEscrow(world)
    const { blockTime } = await world.request(right, world.buyer, way)
    await world.call(world.issuer, 'accept', [right, 0])
    const token = await tokenOf(world, right)
    assert.deepEqual([trait(token, 'State'), trait(token, 'Unserved')], ['accepted', undefined])
    await world.goTo(blockTime + 9 * DAY_SECONDS)
    const later = await tokenOf(world, right)
    assert.deepEqual([trait(later, 'State'), trait(later, 'Unserved')], ['held', 'yes'])
  })
}

it('tokenURI_failsForABurnedRightAndForNone', async (world) => {
  const { right } = await world.sold()
  await world.request(right)
  await handOver(world, right)
  for (const id of [BigInt(right), 7n, 0n]) {
    await refuses(world, () => world.read('tokenURI', id), 'ERC721NonexistentToken', id)
  }
})

it('tokenURI_saysUnservedAfterARefusal', async (world) => {
  const { right } = await world.sold()
  await leaveUnserved(world, right)
  assert.equal(trait(await tokenOf(world, right), 'Unserved'), 'yes')
})

const everyByte = Array.from({ length: 128 }, (_, at) => String.fromCharCode(at)).join('')
const hostile: [string, string][] = [
  ['a quote', 'Tea" , "image":"https://evil.example'],
  ['a backslash at the end', 'Tea\\'],
  ['a backslash before a quote', 'Tea\\"'],
  ['a script', '</script><script>alert(1)</script>'],
  ['every character of one byte', everyByte],
  ['a newline', 'Tea\nTea\r\n\t'],
  ['a right-to-left override', '\u202eaeT\u202c שלום'],
  ['characters of four bytes', '🍵🧧👨‍👩‍👧‍👦'],
  ['what is already escaped', '\\u0022\\n&quot;%22'],
]
for (const [what, text] of hostile) {
  it(`tokenURI_staysJsonWith ${what} in name, number and specification`, async (world) => {
    const token = await tokenFor(world, { name: text, productNumber: text, specification: text })
    assert.equal(token.name, `${text} #1`)
    assert.equal(trait(token, 'Product number'), text)
    const shown = trait(token, 'Specification') as string
    assert.ok(text.startsWith(shown), 'the specification is a start of what was given')
    assert.equal(token.attributes.length, 6)
  })
}

const cuts: [string, string, number][] = [
  ['96 bytes', 'x'.repeat(96), 96],
  ['97 bytes', 'x'.repeat(97), 96],
  ['two bytes across the end', `${'x'.repeat(95)}éx`, 95],
  ['three bytes that end at the end', `${'x'.repeat(93)}茶x`, 96],
  ['three bytes across the end', `${'x'.repeat(94)}茶`, 94],
  ['three bytes that begin with the last', `${'x'.repeat(95)}茶`, 95],
  ['four bytes across the end', `${'x'.repeat(93)}🍵`, 93],
  ['nothing but four bytes', '🍵'.repeat(30), 96],
  ['a thousand bytes', 'é'.repeat(500), 96],
]
for (const [what, text, kept] of cuts) {
  it(`tokenURI_cutsNoCharacterOfASpecificationWith ${what}`, async (world) => {
    const token = await tokenFor(world, { specification: text })
    const shown = trait(token, 'Specification') as string
    assert.equal(toUtf8Bytes(shown).length, kept)
    assert.ok(text.startsWith(shown))
  })
}

it('tokenURI_hasRoomForTheLongestTexts', async (world) => {
  const long = '\u0001'.repeat(255)
  const token = await tokenFor(world, {
    name: long,
    productNumber: long,
    specification: '"'.repeat(5_000),
    description: 'x'.repeat(5_000),
  })
  assert.equal(token.name, `${long} #1`)
})

it('contractURI_isJson', async (world) => {
  const read = readUri(await world.read('contractURI')) as Record<string, unknown>
  assert.deepEqual(Object.keys(read), ['name', 'description'])
  assert.equal(read['name'], 'Scrip')
})

it('supportsInterface_knowsWhatItSays', async (world) => {
  for (const [id, is] of [
    ['0x01ffc9a7', true],
    ['0x80ac58cd', true],
    ['0x5b5e139f', true],
    ['0x2a55205a', true],
    ['0xb45a3c0e', true],
    ['0xffffffff', false],
    ['0x00000000', false],
    ['0x780e9d63', false],
    ['0x49064906', false],
  ]) {
    assert.equal(await world.read('supportsInterface', id), is, String(id))
  }
})
