import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { ZeroAddress } from 'ethers'
import { createWorld, failsWith } from '../contracts/world.ts'

const world = await createWorld()
after(() => world.close())

/** CALLDATASIZE PUSH0 PUSH0 CALLDATACOPY CALLDATASIZE PUSH0 RETURN: answers every question with the question. */
const ECHO = '0x365f5f37365ff3'

test('a contract that sends back what it was asked has signed nothing', async () => {
  const { right } = await world.sold()
  const [, , , , , holder] = world.accounts as [
    never,
    never,
    never,
    never,
    never,
    typeof world.buyer,
  ]
  await world.call(world.buyer, 'transferFrom', [world.buyer, holder, right])
  await world.ask('hardhat_setCode', [holder, ECHO])
  const offer = [right, ZeroAddress, 1n, (await world.now()) + 1000]

  const taking = world.call(world.stranger, 'takeOffer', [offer, '0x', world.stranger], 1n)

  await assert.rejects(taking, failsWith('SignatureInvalid', holder))
})

test('a contract that sends back what it was asked takes no right', async () => {
  const { right } = await world.sold({ supply: 9 })
  const echo = world.accounts[6]!
  await world.ask('hardhat_setCode', [echo, ECHO])

  const sending = world.call(world.buyer, 'safeTransferFrom(address,address,uint256)', [
    world.buyer,
    echo,
    right,
  ])

  await assert.rejects(sending, failsWith('ERC721InvalidReceiver', echo))
})
