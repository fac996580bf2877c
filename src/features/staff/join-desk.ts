import { invitedCard, joinedCard, staffNewsCard } from '../../cards/staff-card.ts'
import { reachablePeople } from '../../deals/reachable-people.ts'
import type { Card } from '../../domain/card.ts'
import { AppError } from '../../domain/errors.ts'
import type { Account } from '../../domain/ids.ts'
import { invitationHash } from '../../domain/invitation.ts'
import { privateChat } from '../../domain/private-chat.ts'
import type { Person, Unit } from '../../ports/store.ts'
import type { Texts } from '../../ports/texts.ts'

/** What answering an invitation needs. */
type Answered = { person: Person; secret: string }

/**
 * Shows an invitation to whoever opened its link: nobody serves, and nobody hears of it, before they say yes. Who serves
 * there already sees that they do; the issuer's own tap uses nothing up.
 * @throws AppError INVITATION_OVER
 */
export async function offerDesk(
  deps: { texts: (locale: string) => Texts },
  unit: Unit,
  { person, secret }: Answered,
): Promise<void> {
  const texts = deps.texts(person.locale)
  const secretHash = invitationHash(secret)
  const issuer = await unit.desks.issuerOf(secretHash)
  if (issuer === null) throw new AppError('INVITATION_OVER')
  const show = (key: string, card: Card) =>
    unit.drawings.card({ chat: privateChat(person.id), key, card, placement: 'new' })
  if ((await unit.bindings.peopleOf(issuer)).includes(person.id)) {
    const news = { what: 'own-invitation', issuer, name: person.name, texts } as const
    return show('staff-news', staffNewsCard(news))
  }
  if ((await unit.desks.of(person.id)).includes(issuer))
    return show(joinedKey(issuer), joinedCard({ issuer, texts }))
  if (!(await unit.desks.isInvitationOpen(secretHash))) throw new AppError('INVITATION_OVER')
  await show(joinedKey(issuer), invitedCard({ issuer, secret, texts }))
}

/** Yes: the person serves from now on, and the owners hear of it. @throws AppError INVITATION_OVER */
export async function joinDesk(
  deps: { texts: (locale: string) => Texts },
  unit: Unit,
  { person, secret }: Answered,
): Promise<Account> {
  const secretHash = invitationHash(secret)
  // A second tap says the same again; a used invitation opens nothing to who was removed since.
  const inviting = await unit.desks.issuerOf(secretHash)
  if (inviting !== null && (await unit.desks.of(person.id)).includes(inviting)) return inviting
  const issuer = await unit.desks.join({ secretHash, person: person.id })
  if (issuer === null) throw new AppError('INVITATION_OVER')
  await tellOwners(deps, unit, person, issuer)
  return issuer
}

/** Where the question stands, and then what was answered. */
export function joinedKey(issuer: Account): string {
  return `joined:${issuer}`
}

async function tellOwners(
  deps: { texts: (locale: string) => Texts },
  unit: Unit,
  { name }: Person,
  issuer: Account,
): Promise<void> {
  const owners = await unit.bindings.peopleOf(issuer)
  for (const { chat, texts } of await reachablePeople(unit, deps.texts, owners)) {
    const card = staffNewsCard({ what: 'joined', issuer, name, texts })
    await unit.drawings.card({ chat, key: 'staff-news', card, placement: 'new' })
  }
}
