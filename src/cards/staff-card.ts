import { accountMark, deskPersonKey, keyOf } from '../domain/button-key.ts'
import type { Button, Card } from '../domain/card.ts'
import type { Account, PersonId } from '../domain/ids.ts'
import { shortAccount } from '../domain/short-account.ts'
import { shownText } from '../domain/shown-text.ts'
import type { Texts } from '../ports/texts.ts'
import { plainButton } from './buttons.ts'

const NAME_LENGTH = 12
const SHOWN_MEMBERS = 20

/** Somebody who serves by invitation. `account` is the one bound last; `able` says whether one of theirs may act on chain. */
export type Member = { person: PersonId; name: string; account: Account | null; able: boolean }

/** Who serves at a desk: people by invitation, and accounts on chain; with what the issuer may do about each. */
export function staffCard(view: {
  issuer: Account
  members: readonly Member[]
  /** Accounts that may act for the desk on chain. */
  onChain: readonly Account[]
  texts: Texts
}): Card {
  const { issuer, members, onChain, texts } = view
  const lines = members
    .slice(0, SHOWN_MEMBERS)
    .map(({ name, able }) =>
      texts.html('staff-member', { name: shownText(name, 40) || '?', able: able ? 'yes' : 'no' }),
    )
  const accounts = onChain.map((account) =>
    texts.html('staff-account', { account: shortAccount(account) }),
  )
  const head = texts.html('staff-head', {
    issuer: shortAccount(issuer),
    count: members.length + onChain.length,
  })
  const list = [...lines, ...accounts].join('\n')
  return {
    html: [head, list, texts.html('staff-foot')].filter((part) => part !== '').join('\n\n'),
    buttons: [
      ...members.slice(0, SHOWN_MEMBERS).map((each) => memberRow(issuer, each, texts)),
      ...onChain.map((account) => [
        plainButton(
          'disallow-staff',
          texts.plain('button-disallow', { account: shortAccount(account) }),
          keyOf(account),
        ),
      ]),
      [
        plainButton('invite-staff', texts.plain('button-invite'), keyOf(issuer)),
        plainButton('my-space', texts.plain('button-my-space')),
      ],
    ],
    picture: null,
  }
}

function memberRow(issuer: Account, { person, name, account, able }: Member, texts: Texts) {
  const key = deskPersonKey({ issuer, person })
  const shown = shownText(name, NAME_LENGTH) || '?'
  const row: Button[] = [
    plainButton('remove-staff', texts.plain('button-remove', { name: shown }), key),
  ]
  if (account === null || able) return row
  const allow = texts.plain('button-allow')
  return [...row, plainButton('allow-staff', allow, key, accountMark(account))]
}

/**
 * An invitation to serve, made to be forwarded: Telegram drops a whole keyboard on forwarding when it has any button but
 * links, so the link is its only one and stands in the text too.
 */
export function invitationCard(view: { issuer: Account; url: string; texts: Texts }): Card {
  const { issuer, url, texts } = view
  return {
    html: texts.html('staff-invitation', { issuer: shortAccount(issuer), url }),
    buttons: [[{ type: 'link', label: texts.plain('button-join'), url }]],
    picture: null,
  }
}

/** To whoever opened an invitation: what they say yes to, and who will know. */
export function invitedCard(view: { issuer: Account; secret: string; texts: Texts }): Card {
  const { issuer, secret, texts } = view
  const key = keyOf(secret)
  const yes = plainButton('join-desk', texts.plain('button-yes-join'), key)
  const no = plainButton('decline-desk', texts.plain('button-decline'), key)
  return {
    html: texts.html('staff-invited', { issuer: shortAccount(issuer) }),
    buttons: [[yes, no]],
    picture: null,
  }
}

/** To whoever said no to an invitation. */
export function declinedDeskCard(texts: Texts): Card {
  const home = plainButton('home', texts.plain('button-home'))
  return { html: texts.html('staff-declined'), buttons: [[home]], picture: null }
}

/** To whoever has joined a desk. */
export function joinedCard({ issuer, texts }: { issuer: Account; texts: Texts }): Card {
  return {
    html: texts.html('staff-joined', { issuer: shortAccount(issuer) }),
    buttons: [
      [plainButton('requests', texts.plain('button-requests'))],
      [plainButton('help', texts.plain('button-help'), 'desk')],
    ],
    picture: null,
  }
}

/** News about staff: to the issuer that somebody has joined, to a member that they do not serve any more. */
export function staffNewsCard(view: {
  what: 'joined' | 'own-invitation' | 'removed'
  issuer: Account
  name: string
  texts: Texts
}): Card {
  const { what, issuer, name, texts } = view
  const args = { issuer: shortAccount(issuer), name: shownText(name, 40) || '?' }
  const staff = plainButton('staff', texts.plain('button-staff'), keyOf(issuer))
  const home = plainButton('home', texts.plain('button-home'))
  switch (what) {
    case 'joined':
      return { html: texts.html('staff-has-joined', args), buttons: [[staff]], picture: null }
    case 'own-invitation':
      return { html: texts.html('staff-own-invitation', args), buttons: [[staff]], picture: null }
    case 'removed':
      return { html: texts.html('staff-removed', args), buttons: [[home]], picture: null }
  }
}
