import type { PersonId } from '../domain/ids.ts'
import type { Question } from '../domain/question.ts'

/** What a person was asked last in words: at most one open question each. */
export type Questions = {
  /** Replaces an earlier one. */
  ask(person: PersonId, question: Question): Promise<void>
  /** The open question; null when there is none, or it is older than an hour, or one for photos than ten minutes. */
  of(person: PersonId): Promise<Question | null>
  close(person: PersonId): Promise<void>
}
