import { rightsInterface } from '../domain/rights-calls.ts'
import { RpcRefusal } from './rpc.ts'

/** Codes with which nodes refuse a call for what it is (and not for their own state). */
const CALL_CODES = new Set([3, -32000, -32003, -32015])

/**
 * Why a call would fail: the contract's custom error name, its revert text, or the node's words. Null when the node did
 * not refuse the call itself, so that nothing is known of it.
 */
export function revertReason(thrown: unknown): string | null {
  if (!(thrown instanceof RpcRefusal)) return null
  const { data, code, message } = thrown
  const parsed = data !== null && data.length > 2 ? rightsInterface.parseError(data) : null
  if (parsed?.name === 'Error') return String(parsed.args[0])
  if (parsed) return parsed.name
  return data !== null || CALL_CODES.has(code) || /revert/i.test(message) ? message : null
}

const REVERT_WORDS =
  /revert|invalid opcode|invalid jump|bad instruction|out of gas|stack (under|over)flow|vm (exception|execution error)/i

/**
 * Did the call itself fail when the node ran it? Stricter than {@link revertReason}, for what is concluded of a contract from
 * one answer: a node that is busy, limits us, or lacks the state refuses with codes that it also has for calls.
 */
export function isRevert(thrown: unknown): boolean {
  if (!(thrown instanceof RpcRefusal)) return false
  const { data, code, message } = thrown
  return code === 3 || (data !== null && CALL_CODES.has(code)) || REVERT_WORDS.test(message)
}
