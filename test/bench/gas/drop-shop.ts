import { concat, Interface, MaxUint256, ZeroAddress, ZeroHash } from 'ethers'
import type { Evm } from './evm.ts'
import type { Shop } from './measure-shop.ts'
import { PRICE } from './peer-list.ts'

const NATIVE = '0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE'
const CONDITION =
  '(uint256 startTimestamp, uint256 maxClaimableSupply, uint256 supplyClaimed, uint256 quantityLimitPerWallet, bytes32 merkleRoot, uint256 pricePerToken, address currency, string metadata)'
const PROOF =
  '(bytes32[] proof, uint256 quantityLimitPerWallet, uint256 pricePerToken, address currency)'

const drop = new Interface([
  'function initialize(address admin, string name, string symbol, string contractUri, address[] forwarders, address saleRecipient, address royaltyRecipient, uint128 royaltyBps, uint128 platformFeeBps, address platformFeeRecipient)',
  'function lazyMint(uint256 amount, string baseUri, bytes more) returns (uint256)',
  `function setClaimConditions(${CONDITION}[] phases, bool resetClaimEligibility)`,
  `function claim(address receiver, uint256 quantity, address currency, uint256 pricePerToken, ${PROOF} allowlistProof, bytes more) payable`,
  'function burn(uint256 id)',
])

/** Deploys DropERC721 as its factory does, an EIP-1167 clone of the implementation, with one public phase and no fee. */
export async function dropShop(evm: Evm, code: string): Promise<Shop> {
  const [deployer, seller] = evm.accounts as [string, string]
  const implementation = await evm.deploy(deployer, code)
  const at = await evm.deploy(deployer, cloneOf(implementation))
  const set = (name: string, values: unknown[]) =>
    evm.gasOf({ from: deployer, to: at, data: drop.encodeFunctionData(name, values) })

  await set('initialize', [deployer, 'Peer', 'PEER', '', [], seller, seller, 0, 0, deployer])
  await set('lazyMint', [1000, 'ipfs://peer/', '0x'])
  const phase = [0, 1000, 0, MaxUint256, ZeroHash, PRICE, NATIVE, '']
  await set('setClaimConditions', [[phase], false])

  // Without an allowlist the proof is not looked at: zeros are the cheapest calldata.
  const noProof = [[], 0, 0, ZeroAddress]
  return {
    at,
    seller,
    firstId: 0n,
    buy: (from, quantity) => ({
      from,
      to: at,
      value: PRICE * BigInt(quantity),
      data: drop.encodeFunctionData('claim', [from, quantity, NATIVE, PRICE, noProof, '0x']),
    }),
    burn: (from, id) => ({ from, to: at, data: drop.encodeFunctionData('burn', [id]) }),
  }
}

function cloneOf(implementation: string): string {
  return concat([
    '0x3d602d80600a3d3981f3363d3d373d3d3d363d73',
    implementation,
    '0x5af43d82803e903d91602b57fd5bf3',
  ])
}
