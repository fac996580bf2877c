import type { Draft } from '../domain/draft.ts'
import type { PersonId } from '../domain/ids.ts'

/** Products that are about to be published. */
export type Drafts = {
  save(draft: Draft): Promise<void>
  load(id: string): Promise<Draft | null>
  /** Newest first. */
  of(person: PersonId): Promise<Draft[]>
  remove(id: string): Promise<void>
  /** Is a picture shown by any draft, or by anything that was published? */
  isPictured(hash: string): Promise<boolean>
}
