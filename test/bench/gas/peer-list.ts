/** How a peer's Solidity is compiled: `product` is the maker's own settings. */
export type Pipeline = 'legacy' | 'viaIR' | 'product'

/** A contract that ours is compared with. */
export type Peer = {
  name: string
  /** The npm package that it is from; `package.json` has the version. */
  from: string
  contract: string
  /** The cheaper of `legacy` and `viaIR` over all operations, which the bench checks; a product is compiled in one way only. */
  pipeline: Pipeline
}

/** The price of one in every peer, as in `peers/Sale.sol`. */
export const PRICE = 10n ** 16n

/** Everything that ours is compared with. */
export const peerList: readonly Peer[] = [
  {
    name: 'OpenZeppelin',
    from: '@openzeppelin/contracts',
    contract: 'OpenZeppelinPeer',
    pipeline: 'viaIR',
  },
  { name: 'Solady', from: 'solady', contract: 'SoladyPeer', pipeline: 'viaIR' },
  { name: 'ERC721A', from: 'erc721a', contract: 'Erc721aPeer', pipeline: 'legacy' },
  {
    name: 'thirdweb DropERC721',
    from: '@thirdweb-dev/contracts',
    contract: 'DropERC721',
    pipeline: 'product',
  },
]
