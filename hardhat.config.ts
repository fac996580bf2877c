import { createRequire } from 'node:module'
import { defineConfig } from 'hardhat/config'

/** The compiler comes from its package, by path: nothing is downloaded. */
const compiler = createRequire(import.meta.url).resolve('solc/soljson.js')

export default defineConfig({
  // Nothing under test/ is part of this build: the benchmark's peers have one of their own.
  paths: { tests: { solidity: 'test/contracts' } },
  solidity: {
    version: '0.8.30',
    path: compiler,
    settings: {
      evmVersion: 'cancun',
      optimizer: { enabled: true, runs: 400 },
      viaIR: true,
      // Without a fingerprint of the sources in the code: how they are grouped, and comments, must not move an address.
      metadata: { bytecodeHash: 'none' },
    },
  },
})
