import {
  AbiCoder,
  concat,
  dataLength,
  getAddress,
  getCreate2Address,
  keccak256,
  ZeroHash,
} from 'ethers'
import type { Account } from '../domain/ids.ts'
import { FACTORY } from './factory.ts'
import {
  metadataBytecode,
  publicationsBytecode,
  rightsBytecode,
  rightsLensBytecode,
} from './generated/rights.ts'

/** Puts the factory on a chain that lacks it. Its sender's key is unknown to everybody; it must have `cost` first. */
export const factoryTransaction = {
  from: getAddress('0x3fAB184622Dc19b6109349B94811493BF2a45362') as Account,
  /** 100,000 gas at 100 gwei, fixed by the signature. */
  cost: 10n ** 16n,
  raw: '0xf8a58085174876e800830186a08080b853604580600e600039806000f350fe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf31ba02222222222222222222222222222222222222222222222222222222222222222a02222222222222222222222222222222222222222222222222222222222222222',
} as const

/** The names that make a brand's own instance; the same names give the same address on every chain. */
export type Brand = { name: string; symbol: string }

/** The instance that everybody shares. */
export const sharedBrand: Brand = { name: 'Scrip', symbol: 'SCRIP' }

/** One contract to put on chain: its address follows from its code alone. */
export type DeploymentStep = {
  name: 'Metadata' | 'Publications' | 'RightsLens' | 'Rights'
  address: Account
  /** What the factory is called with; a second call does nothing but fail. */
  factoryInput: string
}

/** Everything that an instance needs, in the order in which it has to be there. */
export function deploymentSteps(brand: Brand = sharedBrand): DeploymentStep[] {
  return [
    step('Metadata', metadataBytecode),
    step('Publications', publicationsBytecode),
    step('RightsLens', rightsLensBytecode),
    step('Rights', rightsCreationCode(brand)),
  ]
}

/**
 * Where a true copy under these names stands, on every chain: recomputed from factory, code and names. A contract that is
 * somewhere else is no true copy, whatever it calls itself.
 */
export function rightsAddress(brand: Brand = sharedBrand): Account {
  return addressOf(rightsCreationCode(brand))
}

/** Where the lens stands, on every chain. */
export function lensAddress(): Account {
  return addressOf(rightsLensBytecode)
}

function rightsCreationCode({ name, symbol }: Brand): string {
  const names = AbiCoder.defaultAbiCoder().encode(['string', 'string'], [name, symbol])
  return concat([rightsBytecode, names])
}

function step(name: DeploymentStep['name'], code: string): DeploymentStep {
  // Above this, chains refuse the creation (EIP-3860).
  if (dataLength(code) > 49_152) throw new RangeError(`${name} is too large`)
  return { name, address: addressOf(code), factoryInput: concat([ZeroHash, code]) }
}

function addressOf(code: string): Account {
  return getCreate2Address(FACTORY, ZeroHash, keccak256(code)) as Account
}
