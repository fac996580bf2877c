import type { PageState, PhoneState } from './state.ts'

/** The phone of whoever has this role first. */
export function roleOf(state: PageState, role: string): PhoneState | undefined {
  return state.phones.find(({ person }) => person.role === role)
}

/** The names of those who play the guided minute, for its texts. */
export function castOf(state: PageState): Record<'buyer' | 'seller' | 'recipient', string> {
  const name = (role: string) => roleOf(state, role)?.person.name ?? ''
  return { buyer: name('buyer'), seller: name('seller'), recipient: name('recipient') }
}
