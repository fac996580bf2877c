/** A chain that `Rights` may stand on. All have the canonical factory or take it, and have Cancun. */
export type KnownChain = {
  id: number
  /** As people read it. */
  name: string
  nativeSymbol: string
  /** Blocks above a block that make it final enough for us. */
  finalDepth: number
  /** Where people look transactions up; null where nobody keeps such a place. */
  explorer: string | null
}

/** By the name that `npm run deploy` takes. */
export const knownChains = {
  local: { id: 31_337, name: 'Local chain', nativeSymbol: 'ETH', finalDepth: 12, explorer: null },
  base: {
    id: 8453,
    name: 'Base',
    nativeSymbol: 'ETH',
    finalDepth: 450,
    explorer: 'https://basescan.org',
  },
  'base-sepolia': {
    id: 84_532,
    name: 'Base Sepolia',
    nativeSymbol: 'ETH',
    finalDepth: 450,
    explorer: 'https://sepolia.basescan.org',
  },
  polygon: {
    id: 137,
    name: 'Polygon',
    nativeSymbol: 'POL',
    finalDepth: 128,
    explorer: 'https://polygonscan.com',
  },
  ethereum: {
    id: 1,
    name: 'Ethereum',
    nativeSymbol: 'ETH',
    finalDepth: 64,
    explorer: 'https://etherscan.io',
  },
} as const satisfies Record<string, KnownChain>

/** A name of {@link knownChains}. */
export type KnownChainName = keyof typeof knownChains
