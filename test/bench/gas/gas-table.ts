import { gasLimits } from './gas-limits.ts'
import { type GasResult, operations } from './gas-result.ts'

/** Head and rows of the comparison as texts: our gas, its limit, and each peer's gas with the ratio ours ÷ peer behind it. */
export function gasTable(result: GasResult): string[][] {
  const limits = gasLimits(result)
  const peers = Object.entries(result.peers)
  const further = Object.keys(result.ours).filter((each) => !isShared(each))
  const rows = [...operations, ...further.sort()].map((operation) => {
    const ours = result.ours[operation]
    return [
      operation,
      inGroups(ours),
      inGroups(limits[operation]),
      ...peers.map(([, gas]) => besides(gas[operation], ours)),
    ]
  })
  return [['operation', 'ours', 'limit', ...peers.map(([name]) => name)], ...rows]
}

const isShared = (operation: string) => (operations as readonly string[]).includes(operation)

function besides(peer: number | undefined, ours: number | undefined): string {
  if (peer === undefined || ours === undefined) return inGroups(peer)
  return `${inGroups(peer)} (${(ours / peer).toFixed(2)})`
}

function inGroups(gas: number | undefined): string {
  return gas === undefined ? '-' : gas.toLocaleString('en')
}
