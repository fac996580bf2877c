import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Wallet } from 'ethers'
import { contractSignature } from '../../src/domain/contract-signature.ts'
import type { Account } from '../../src/domain/ids.ts'
import { rightsDomain, rightsMessages, type TypedMessage } from '../../src/domain/typed-data.ts'

// Wallets answer with r, s and v; the contract takes r and vs. A seller's answer to a delivery was refused when it was used.
const rights = `0x${'1'.repeat(40)}` as Account
const values = { id: '1', nonce: '0', issuer: rights, expiry: '9' }
const message: TypedMessage = { domain: rightsDomain(1, rights), message: 'GiftHandOver', values }

test('a key’s signature gets the form that the contract takes', async () => {
  const wallet = Wallet.createRandom()
  const types = { GiftHandOver: [...rightsMessages.GiftHandOver] }
  const signature = await wallet.signTypedData(message.domain, types, values)
  assert.equal(signature.length, 132)
  const whole = contractSignature(message, wallet.address as Account, signature)
  assert.equal(whole.length, 130)
  assert.equal(whole.slice(0, 66), signature.slice(0, 66))
})

test('what an account with code signed is left as it is', async () => {
  const owner = Wallet.createRandom()
  const types = { GiftHandOver: [...rightsMessages.GiftHandOver] }
  const byOwner = await owner.signTypedData(message.domain, types, values)
  const others = [byOwner, `0x${'ff'.repeat(65)}`, '0x', `0x${'ab'.repeat(64)}`]
  for (const signature of others)
    assert.equal(contractSignature(message, rights, signature), signature)
})
