import { rightsErrorNames } from '../../../src/domain/generated/rights-abi.ts'

/** Refusals that no sequence of these actions meets, and why. */
export const unreachableErrors: Readonly<Record<string, string>> = {
  ERC721InvalidOwner: 'only the view balanceOf says it',
  ERC721InvalidSender: 'of ERC-6093; nothing here says it',
  StringsInsufficientHexLength: 'of a library behind the view tokenURI',
  Reentered: 'only from inside of a call, where echoes compare it',
}

/** All other custom errors of the contract. */
export const reachableErrors: readonly string[] = rightsErrorNames.filter(
  (name) => !(name in unreachableErrors),
)
