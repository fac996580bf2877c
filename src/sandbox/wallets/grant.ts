/** What of a proposal is read here. */
type Proposed = Record<string, { methods: string[]; events: string[] }>

/** What this wallet can do at all. */
const METHODS = ['personal_sign', 'eth_signTypedData_v4', 'eth_sendTransaction']
const EVENTS = ['accountsChanged', 'chainChanged']

/**
 * What the wallet approves: of what it can do, no more than was proposed, as the SDK's `buildApprovedNamespaces` has it and
 * real wallets do. The chain is the caller's, because a wallet of tests may insist on another one.
 */
export function grant(
  wanted: Proposed,
  { chain, address }: { chain: string; address: string },
): Record<'eip155', { chains: string[]; accounts: string[]; methods: string[]; events: string[] }> {
  const asked = Object.values(wanted)
  const methods = asked.flatMap((each) => each.methods)
  const events = asked.flatMap((each) => each.events)
  return {
    eip155: {
      chains: [chain],
      accounts: [`${chain}:${address}`],
      methods: METHODS.filter((each) => methods.includes(each)),
      events: EVENTS.filter((each) => events.includes(each)),
    },
  }
}
