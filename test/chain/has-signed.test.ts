import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { concat, getCreateAddress, Signature, Wallet } from 'ethers'
import type { Account } from '../../src/domain/ids.ts'
import { buyer, buyerAt, CHAIN_ID, openStage, other, seller, sellerAt } from './stage.ts'

const stage = await openStage()
const { chain, post, sendRaw } = stage
after(stage.close)

test('a person has signed a text, and nobody else', async () => {
  const signature = await buyer.signMessage('bind me')

  assert.equal(await chain().hasSigned(buyerAt, 'bind me', signature), true)
  assert.equal(await chain().hasSigned(buyerAt, 'bind you', signature), false)
  assert.equal(await chain().hasSigned(sellerAt, 'bind me', signature), false)
  for (const nonsense of ['', '0x', '0x12', 'hello', `0x${'00'.repeat(65)}`]) {
    assert.equal(await chain().hasSigned(buyerAt, 'bind me', nonsense), false)
  }
})

test('a signature in its second form, with high s, is none', async () => {
  const { r, s, v } = Signature.from(await buyer.signMessage('bind me'))
  const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
  const high = `0x${(order - BigInt(s)).toString(16).padStart(64, '0')}`

  assert.equal(
    await chain().hasSigned(buyerAt, 'bind me', concat([r, high, v === 27 ? '0x1c' : '0x1b'])),
    false,
  )
})

/** Puts code on chain that answers every call with these bytes, or reverts. */
async function accountAnswering(word: string, reverts = false): Promise<Account> {
  // PUSH32 word, MSTORE at 0, RETURN or REVERT 32 bytes; before it, the code that returns this.
  const runtime = concat(['0x7f', word, reverts ? '0x5f5260205ffd' : '0x5f5260205ff3'])
  const length = ((runtime.length - 2) / 2).toString(16).padStart(2, '0')
  // PUSH1 length, PUSH1 10, PUSH0, CODECOPY, PUSH1 length, PUSH0, RETURN: ten bytes before the code.
  const hash = await sendRaw(seller, {
    data: concat([`0x60${length}600a5f3960${length}5ff3`, runtime]),
  })
  const { nonce } = (await post('eth_getTransactionByHash', [hash])) as { nonce: string }
  return getCreateAddress({ from: seller.address, nonce }) as Account
}

test('an account with code is asked whether it has signed', async () => {
  const yes = await accountAnswering(`0x1626ba7e${'00'.repeat(28)}`)
  const no = await accountAnswering(`0xffffffff${'00'.repeat(28)}`)
  const almost = await accountAnswering(`0x1626ba7e${'00'.repeat(27)}01`)
  const reverting = await accountAnswering(`0x1626ba7e${'00'.repeat(28)}`, true)
  const signature = await seller.signMessage('bind me')

  const answers = await Promise.all(
    [yes, no, almost, reverting].map((at) => chain().hasSigned(at, 'bind me', signature)),
  )

  assert.deepEqual(answers, [true, false, false, false])
})

test('an account of a person that has lent itself code may still sign with its key', async () => {
  const person = new Wallet(`0x${'55'.repeat(32)}`)
  const code = await accountAnswering(`0xffffffff${'00'.repeat(28)}`)
  const authorization = await person.authorize({ address: code, nonce: 0, chainId: CHAIN_ID })
  await sendRaw(seller, { type: 4, to: other, authorizationList: [authorization] })

  const signature = await person.signMessage('bind me')

  assert.equal(await chain().hasSigned(person.address as Account, 'bind me', signature), true)
  assert.equal(await chain().hasSigned(code, 'bind me', signature), false)
})
