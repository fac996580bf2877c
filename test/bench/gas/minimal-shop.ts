import { Interface } from 'ethers'
import type { Evm } from './evm.ts'
import type { Shop } from './measure-shop.ts'
import { PRICE } from './peer-list.ts'

const minimal = new Interface([
  'function mint() payable',
  'function mint(uint256 quantity) payable',
  'function burn(uint256 id)',
])

/** Deploys one of the contracts of `peers/`. */
export async function minimalShop(evm: Evm, code: string): Promise<Shop> {
  const [deployer, seller] = evm.accounts as [string, string]
  const at = await evm.deploy(deployer, code)
  return {
    at,
    seller,
    firstId: 0n,
    buy: (from, quantity) => ({
      from,
      to: at,
      value: PRICE * BigInt(quantity),
      // The short form is the cheaper one in each of them.
      data:
        quantity === 1
          ? minimal.encodeFunctionData('mint()')
          : minimal.encodeFunctionData('mint(uint256)', [quantity]),
    }),
    burn: (from, id) => ({ from, to: at, data: minimal.encodeFunctionData('burn', [id]) }),
  }
}
