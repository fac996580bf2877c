import type { Account } from '../../../src/domain/ids.ts'
import { publishCall } from '../../../src/domain/rights-calls.ts'
import { seriesId } from '../../../src/domain/series-id.ts'
import type { Terms } from '../../../src/domain/terms.ts'
import { CHAIN_ID, type Deployed, SALT, tea, teaTerms, type World } from '../world.ts'

/** How a puppet answers. */
export const manner = {
  accept: 0,
  refuse: 1,
  wrongWord: 2,
  nothing: 3,
  bomb: 4,
  echo: 5,
  burnGas: 6,
} as const

type Manner = keyof typeof manner

/** A puppet that answers payments and rights like this. */
export async function puppetThat(world: World, onMoney: Manner, onRight: Manner = 'accept') {
  const puppet = await world.puppet()
  await behave(world, puppet, onMoney, onRight)
  return puppet
}

/** Tells a puppet how to answer from now on. */
export function behave(
  world: World,
  puppet: Deployed,
  onMoney: Manner,
  onRight: Manner = 'accept',
) {
  return world.callOn(world.deployer, puppet, 'behave', [manner[onMoney], manner[onRight]])
}

/** Calls `Rights` as the puppet. */
export function act(world: World, puppet: Deployed, name: string, args: unknown[], value = 0n) {
  const data = world.rights.encode(name, args)
  const { deployer, rights } = world
  return world.callOn(deployer, puppet, 'act', [rights.at, value, data], value)
}

/** Makes the puppet call `Rights` once from inside whatever it is asked next. */
export function callBack(
  world: World,
  puppet: Deployed,
  name: string,
  args: unknown[],
  value = 0n,
) {
  const data = world.rights.encode(name, args)
  return world.callOn(world.deployer, puppet, 'callBack', [world.rights.at, value, data])
}

/** What came of the call back: the error's name, or null when it worked. */
export async function answerTo(world: World, contract: Deployed): Promise<string | null> {
  const [worked] = await world.readOf(contract, 'calledBack')
  const [answer] = await world.readOf(contract, 'answer')
  return worked ? null : (world.rights.abi.parseError(answer)?.name ?? answer)
}

/** A series whose issuer has code; its right No. 1 is not sold yet. */
export async function publishAs(world: World, puppet: Deployed, given: Partial<Terms> = {}) {
  const terms = { ...teaTerms, ...given }
  const { data } = publishCall(world.rights.at, { terms, goods: tea, salt: SALT })
  await world.callOn(world.deployer, puppet, 'act', [world.rights.at, 0n, data])
  const tie = { chainId: CHAIN_ID, rights: world.rights.at, issuer: puppet.at as Account }
  return { terms, series: seriesId({ ...tie, terms, goods: tea, salt: SALT }) }
}

/** Gives an account code, as EIP-7702 does to the account of a person with a key. */
export async function giveCode(world: World, account: Account, from: Deployed): Promise<Deployed> {
  const code = await world.ask('eth_getCode', [from.at, 'latest'])
  await world.ask('hardhat_setCode', [account, code])
  return { ...from, at: account }
}
