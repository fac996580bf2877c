import { type TypedDataDomain, TypedDataEncoder } from 'ethers'
import { z } from 'zod'

const field = z.object({ name: z.string(), type: z.string() })
const typedData = z.object({
  types: z.record(z.string(), z.array(field)),
  primaryType: z.string(),
  domain: z.object({
    name: z.string().optional(),
    version: z.string().optional(),
    chainId: z.union([z.string(), z.number()]).optional(),
    verifyingContract: z.string().optional(),
    salt: z.string().optional(),
  }),
  message: z.record(z.string(), z.unknown()),
})

/** A structured message (EIP-712) that a wallet may sign: what it says, line by line, and what signing it takes. */
export type TypedData = {
  text: string
  domain: TypedDataDomain
  types: Record<string, { name: string; type: string }[]>
  message: Record<string, unknown>
}

/**
 * Reads what `eth_signTypedData_v4` carries, as wallets do before they show it. Refused with a reason: what is no
 * structured message, lacks its main type or a value, says more than its types do, or is for another chain.
 */
export function readTypedData(
  json: string,
  chainId: number,
): { type: 'read'; data: TypedData } | { type: 'refused'; why: string } {
  const parsed = typedData.safeParse(tryJson(json))
  if (!parsed.success) return refused('Invalid message: it must be a typed message (EIP-712).')
  const { primaryType, message } = parsed.data
  const domain = parsed.data.domain as TypedDataDomain
  const { EIP712Domain: _, ...types } = parsed.data.types
  const own = types[primaryType]
  if (own === undefined) return refused('Primary type is not defined in the type definitions.')
  if (domain.chainId !== undefined && Number(domain.chainId) !== chainId) {
    const given = `${domain.chainId}`
    return refused(`Provided chainId "${given}" must match the active chainId "${chainId}"`)
  }
  const unknown = Object.keys(message).find((name) => !own.some((each) => each.name === name))
  if (unknown !== undefined) return refused(`Extra data in the message: ${unknown}.`)
  try {
    const encoder = TypedDataEncoder.from(types)
    if (encoder.primaryType !== primaryType) return refused('Types that the message does not use.')
    TypedDataEncoder.hash(domain, types, message)
  } catch (error) {
    return refused(`Invalid message: ${error instanceof Error ? error.message : 'unreadable'}`)
  }
  const lines = own.map(({ name }) => `${name}: ${shown(message[name])}`)
  const { name, version, verifyingContract } = parsed.data.domain
  const head = [
    `${primaryType}, for ${name ?? ''} ${version ?? ''}`.trim(),
    `contract: ${verifyingContract ?? ''}`,
  ]
  return {
    type: 'read',
    data: { text: [...head, '', ...lines].join('\n'), domain, types, message },
  }
}

function refused(why: string) {
  return { type: 'refused', why } as const
}

function shown(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
