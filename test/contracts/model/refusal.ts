/** The contract says no. Arguments are names or numbers; null where the model does not say which. */
export class Refusal extends Error {
  readonly error: string
  readonly args: readonly unknown[] | null
  constructor(error: string, args: readonly unknown[] | null) {
    super(error)
    this.error = error
    this.args = args
  }
}

/** Refuses. */
export function refuse(error: string, ...args: unknown[]): never {
  throw new Refusal(error, args)
}

/** Refuses unless something holds. */
export function demand(holds: boolean, error: string, ...args: unknown[]): void {
  if (!holds) throw new Refusal(error, args)
}
