import { dataLength, Transaction } from 'ethers'
import type { Account } from '../domain/ids.ts'
import {
  type Brand,
  type DeploymentStep,
  deploymentSteps,
  factoryTransaction,
} from './deployment.ts'
import { FACTORY } from './factory.ts'

/** What deploying needs of a chain. Every call resolves when its effect is in a block, and rejects when it failed. */
export type DeployingChain = {
  /** The code at an address, `0x` for none. */
  codeAt(address: Account): Promise<string>
  balanceOf(address: Account): Promise<bigint>
  send(call: { to: Account; data?: string; value?: bigint }): Promise<void>
  sendRaw(raw: string): Promise<void>
}

/** What was done with one contract. */
export type Deployed = Pick<DeploymentStep, 'name' | 'address'> & { outcome: 'made' | 'was there' }

/**
 * Puts the factory, the libraries, the lens and an instance on a chain, each only where it is missing: running it again, or
 * going on after a failure half-way, does nothing twice. Whoever pays has no power over what stands there.
 *
 * @throws Error when the chain does not take the factory's own transaction, or a contract is not there afterwards
 */
export async function deployRights(chain: DeployingChain, brand?: Brand): Promise<Deployed[]> {
  await ensureFactory(chain)
  const done: Deployed[] = []
  for (const { name, address, factoryInput } of deploymentSteps(brand)) {
    if (await isThere(chain, address)) {
      done.push({ name, address, outcome: 'was there' })
      continue
    }
    await chain.send({ to: FACTORY, data: factoryInput })
    if (!(await isThere(chain, address))) throw new Error(`${name} is not at ${address}`)
    done.push({ name, address, outcome: 'made' })
  }
  return done
}

async function ensureFactory(chain: DeployingChain): Promise<void> {
  if (await isThere(chain, FACTORY)) return
  const { from, cost, raw } = factoryTransaction
  if (Transaction.from(raw).from !== from) throw new Error('the factory’s transaction is damaged')
  const missing = cost - (await chain.balanceOf(from))
  if (missing > 0n) await chain.send({ to: from, value: missing })
  await chain.sendRaw(raw)
  if (!(await isThere(chain, FACTORY))) {
    throw new Error(
      'this chain does not take the factory’s transaction (signed for every chain, before EIP-155); its operators have to put it there',
    )
  }
}

async function isThere(chain: DeployingChain, address: Account): Promise<boolean> {
  return dataLength(await chain.codeAt(address)) > 0
}
