import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Account } from '../../../src/domain/ids.ts'
import { rightsDomain, typedDataJson } from '../../../src/domain/typed-data.ts'
import { readTypedData } from '../../../src/sandbox/wallets/read-typed-data.ts'

const CHAIN = 31337
const rights = '0x1111111111111111111111111111111111111111' as Account
const json = typedDataJson({
  domain: rightsDomain(CHAIN, rights),
  message: 'GiftHandOver',
  values: { id: '5', nonce: '1', issuer: rights, expiry: '9' },
})

function refusal(change: (data: Record<string, never>) => unknown): string {
  const read = readTypedData(JSON.stringify(change(JSON.parse(json))), CHAIN)
  assert.equal(read.type, 'refused')
  return read.type === 'refused' ? read.why : ''
}

test('a structured message is shown line by line', () => {
  const read = readTypedData(json, CHAIN)
  assert.equal(read.type, 'read')
  const text = read.type === 'read' ? read.data.text : ''
  assert.match(text, /^GiftHandOver, for Rights 1\ncontract: 0x1111/)
  assert.match(text, /\nid: 5\nnonce: 1\nissuer: 0x1111[1]*\nexpiry: 9$/)
})

test('what a wallet cannot take is refused before anybody sees it', () => {
  assert.match(
    refusal(() => 'words'),
    /must be a typed message/,
  )
  assert.match(
    refusal(({ types: _, ...rest }) => rest),
    /must be a typed message/,
  )
  assert.match(
    refusal((data) => ({ ...data, primaryType: 'Other' })),
    /not defined/,
  )
  assert.match(
    refusal((data) => ({ ...data, domain: rightsDomain(1, rights) })),
    /"1" must match the active chainId "31337"/,
  )
  assert.match(
    refusal((data) => ({ ...data, message: { id: '5' } })),
    /Invalid message/,
  )
  assert.match(
    refusal((data) => ({ ...data, message: Object.assign({}, data['message'], { more: '1' }) })),
    /Extra data in the message: more/,
  )
})
