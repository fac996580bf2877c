import type { Ask, FunctionName } from './ask.ts'
import type { Check, Rule } from './checks.ts'
import { disputeRules } from './dispute-rules.ts'
import { redemptionRules } from './redemption-rules.ts'
import { resaleRules } from './resale-rules.ts'
import { tokenRules } from './token-rules.ts'

/** What the contract promises, function by function; written from its interfaces, not from its code. */
export const rules: Readonly<Record<FunctionName, Rule>> = {
  ...tokenRules,
  ...resaleRules,
  ...redemptionRules,
  ...disputeRules,
}

/** The check that refuses first, or null where the call goes through. */
export function refusalOf(name: FunctionName, ask: Ask): Check | null {
  return rules[name].checks.find((each) => each.fails(ask)) ?? null
}
