import { ZeroAddress } from 'ethers'
import {
  check,
  exists,
  free,
  heldBy,
  only,
  type Rule,
  takesIt,
  toSomebody,
  transferable,
} from './checks.ts'

const fromHolder = check(
  'values',
  'ERC721IncorrectOwner',
  'named owner is not the holder',
  ({ right, given }) => given.from !== right.holder,
  ({ right, given }) => [given.from, right.id, right.holder],
)

const mayMove = check(
  'caller',
  'ERC721InsufficientApproval',
  '',
  ({ caller, right, people }) =>
    caller !== right.holder && caller !== right.approved && caller !== people.operator,
  ({ caller, right }) => [caller, right.id],
)

/** As ERC-721 implementations do, what the caller wrote down wrongly comes first. */
const moveChecks = [toSomebody, exists, fromHolder, mayMove, transferable]

const clock = 'A listing, a send, a request or an acceptance that is over locks nothing.'

/** ERC-721. */
export const tokenRules = {
  transferFrom: {
    does: 'Moves a right that nothing locks. Ends an offer and an approval.',
    clock,
    checks: moveChecks,
    becomes: (ask) => heldBy(ask, ask.given.to),
    pays: free,
  },
  safeTransferFrom: {
    does: 'The same, and asks a contract whether it takes the right.',
    clock,
    checks: [...moveChecks, takesIt],
    becomes: (ask) => heldBy(ask, ask.given.to),
    pays: free,
  },
  approve: {
    does: 'Lets one more account transfer the right, until it moves or enters another state.',
    clock: 'An approval ends with the listing that it was given in.',
    checks: [exists, only('ERC721InvalidApprover', 'holder', 'operator'), transferable],
    becomes: ({ right, given }) => ({
      ...right,
      approved: given.to === ZeroAddress ? null : given.to,
    }),
    pays: free,
  },
} as const satisfies Record<string, Rule>
