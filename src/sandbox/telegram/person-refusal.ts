/** Why a person could not do something; the app on the phone would not have offered it. */
export type PersonRefusalCode =
  | 'chat-not-found'
  | 'message-not-found'
  | 'not-a-member'
  | 'start-first'
  | 'blocked'
  | 'no-start'
  | 'empty'
  | 'too-long'
  | 'no-such-button'
  | 'several-such-buttons'
  | 'no-such-key'
  | 'protected'
  | 'not-yours'
  | 'no-inline-mode'
  | 'no-such-result'
  | 'not-allowed'
  | 'bad-picture'
  | 'too-many'
  | 'no-such-contact'
  | 'no-such-chat'
  | 'no-picture'
  | 'no-code'

/** Thrown by the people side when a person asks for what their screen does not offer. */
export class PersonRefusal extends Error {
  readonly code: PersonRefusalCode

  /** @param detail For logs: what was asked for. */
  constructor(code: PersonRefusalCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'PersonRefusal'
    this.code = code
  }
}
