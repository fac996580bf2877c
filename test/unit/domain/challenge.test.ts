import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SiweMessage } from 'siwe'
import {
  type Challenge,
  challengeText,
  checkChallenge,
  cleanName,
} from '../../../src/domain/challenge.ts'
import type { Account, PersonId } from '../../../src/domain/ids.ts'

const issuedAt = Date.UTC(2026, 10, 24) / 1000
const challenge: Challenge = {
  domain: 'shop.example.org',
  uri: 'https://shop.example.org',
  chainId: 31337,
  account: '0xd8dA6BF26964aF9D7eEd9e03E53415D37aA96045' as Account,
  nonce: '0123456789abcdef0123456789abcdef',
  issuedAt,
  expiresAt: issuedAt + 300,
  person: { id: 123 as PersonId, name: '@mia' },
  botName: 'scrip_bot',
}

test("the text is the standard's, as its own library reads it", () => {
  const read = new SiweMessage(challengeText(challenge))

  assert.equal(read.domain, challenge.domain)
  assert.equal(read.address, challenge.account)
  assert.equal(read.uri, challenge.uri)
  assert.equal(read.chainId, challenge.chainId)
  assert.equal(read.nonce, challenge.nonce)
  assert.equal(read.issuedAt, '2026-11-24T00:00:00.000Z')
  assert.equal(read.expirationTime, '2026-11-24T00:05:00.000Z')
  assert.equal(
    read.statement,
    'Bind to Telegram user 123 (@mia) for bot scrip_bot. This moves no money.',
  )
  assert.equal(read.toMessage(), challengeText(challenge))
})

test('whatever a person is called, the text stays whole and says who is bound', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const text = challengeText({ ...challenge, person: { id: 123 as PersonId, name } })

      const { statement } = new SiweMessage(text)
      assert.match(statement ?? '', /^Bind to Telegram user 123( \(.+\))? for bot scrip_bot\./)
      assert.equal(text.split('\n').length, 11)
    }),
  )
})

test('a name loses line breaks, brackets and invisible characters', () => {
  assert.equal(cleanName('Mia\nURI: https://evil.example'), 'Mia URI https evil.example')
  assert.equal(cleanName('\u202emoc.live\u2066 (x)'), 'moc.live x')
  assert.equal(cleanName('米娅'), '')
  assert.equal(cleanName('M'.repeat(200)).length, 48)
})

test('a weak nonce or a long life makes no challenge', () => {
  assert.throws(() => challengeText({ ...challenge, nonce: 'short' }), RangeError)
  assert.throws(() => challengeText({ ...challenge, expiresAt: issuedAt + 301 }), RangeError)
  assert.throws(() => challengeText({ ...challenge, expiresAt: issuedAt }), RangeError)
})

test('a challenge is good from its issue until its end', () => {
  const stored = challengeText(challenge)

  assert.equal(checkChallenge(stored, issuedAt - 31), 'not-yet')
  assert.equal(checkChallenge(stored, issuedAt), 'ok')
  assert.equal(checkChallenge(stored, issuedAt + 299), 'ok')
  assert.equal(checkChallenge(stored, issuedAt + 300), 'expired')
})

test('a text without one clear life is malformed', () => {
  const stored = challengeText(challenge)

  assert.equal(checkChallenge('', issuedAt), 'malformed')
  assert.equal(checkChallenge(`${stored}\nIssued At: 2026-11-24T00:00:00Z`, issuedAt), 'malformed')
  assert.equal(checkChallenge(stored.replace('00:05:00', '09:00:00'), issuedAt), 'malformed')
})
