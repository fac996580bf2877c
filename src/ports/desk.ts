import type { Account, PersonId } from '../domain/ids.ts'

/** People who serve an issuer's desk by invitation: they use codes up and see requests, and never touch money. */
export type Desks = {
  /** Issuers whose desk a person serves. */
  of(person: PersonId): Promise<Account[]>
  peopleOf(issuer: Account): Promise<PersonId[]>
  /** Writes an invitation down by the hash of its secret. `expiresAt` in Unix milliseconds. */
  invite(input: { secretHash: string; issuer: Account; expiresAt: number }): Promise<void>
  /** Whether somebody can still join by an invitation: it was not used, and has not run out. */
  isInvitationOpen(secretHash: string): Promise<boolean>
  /** The desk that an invitation leads to, used or not, as long as it is kept; null for one that never was. */
  issuerOf(secretHash: string): Promise<Account | null>
  /** Uses an invitation up: the issuer, or null when there is none, it has run out, or anybody used it before. */
  join(input: { secretHash: string; person: PersonId }): Promise<Account | null>
  leave(issuer: Account, person: PersonId): Promise<void>
}
