import {
  formatUnits,
  Interface,
  type InterfaceAbi,
  MaxUint256,
  type ParamType,
  Result,
} from 'ethers'
import type { DecodedCall } from './prompt.ts'

/** A contract whose calls the wallet can read; without an address the ABI is tried on every contract. */
export type KnownAbi = { name: string; address?: string | undefined; abi: InterfaceAbi }

/** What is needed to write amounts of a coin. */
export type Token = { symbol: string; decimals: number }

/** Reads calls and errors. */
export type CallDecoder = {
  /** Null for a call nobody described. `token` is the called contract's, when it is a coin. */
  call(to: string, data: string, token: Token | null): DecodedCall | null
  /** The name of a custom error with its arguments, or null. */
  error(data: string): string | null
}

const erc20 = new Interface([
  'function approve(address spender, uint256 amount)',
  'function transfer(address to, uint256 amount)',
  'function transferFrom(address from, address to, uint256 amount)',
])

/** Makes a decoder that knows ERC-20 and the given ABIs. */
export function createCallDecoder(known: readonly KnownAbi[]): CallDecoder {
  const contracts = known.map(({ name, address, abi }) => ({
    name,
    address: address?.toLowerCase() ?? null,
    abi: new Interface(abi),
  }))
  return {
    call(to, data, token) {
      if (data === '0x') return null
      const own = contracts.filter((each) => each.address === to.toLowerCase())
      const others = contracts.filter((each) => each.address === null)
      for (const { name, abi } of [...own, ...others, { name: null, abi: erc20 }]) {
        const parsed = tryParse(abi, data)
        if (parsed === null) continue
        const args = parsed.fragment.inputs.flatMap((input, index) =>
          told(input, parsed.args[index]),
        )
        const summary = token === null ? null : summarize(data, token)
        return { contract: name ?? token?.symbol ?? null, function: parsed.name, args, summary }
      }
      return null
    },
    error(data) {
      for (const { abi } of contracts) {
        const parsed = tryParseError(abi, data)
        if (parsed !== null) return `${parsed.name}(${parsed.args.map(show).join(', ')})`
      }
      return null
    },
  }
}

/** One line for each value: the fields of a struct stand by themselves, as a person reads them. */
function told(input: ParamType, value: unknown): DecodedCall['args'] {
  if (input.baseType !== 'tuple' || !(value instanceof Result)) {
    return [{ name: input.name, type: input.type, value: show(value) }]
  }
  return (input.components ?? []).flatMap((field, index) => told(field, value[index]))
}

function summarize(data: string, token: Token): string | null {
  const parsed = tryParse(erc20, data)
  if (parsed === null) return null
  const all = parsed.args.toArray()
  const amount = BigInt(all.at(-1))
  const text = amount === MaxUint256 ? 'unlimited' : formatUnits(amount, token.decimals)
  if (parsed.name === 'approve') return `Let ${all[0]} spend ${text} ${token.symbol}`
  return `Send ${text} ${token.symbol} to ${all.at(-2)}`
}

function tryParse(abi: Interface, data: string) {
  try {
    return abi.parseTransaction({ data })
  } catch {
    return null
  }
}

function tryParseError(abi: Interface, data: string) {
  try {
    return abi.parseError(data)
  } catch {
    return null
  }
}

function show(value: unknown): string {
  if (value instanceof Result) return `[${value.toArray().map(show).join(', ')}]`
  return String(value)
}
