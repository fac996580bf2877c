import { html, markdown, missing, parse, reserved, send } from './refusal-row.ts'
import type { Facts, Row } from './refusal-world.ts'

/** Bad requests: texts. */
export const texts: Row[] = [
  send('no text', { text: '' }, 'Bad Request: message text is empty'),
  send('blank text', { text: ' \n ' }, 'Bad Request: text must be non-empty'),
  send('4097 characters', { text: 'x'.repeat(4097) }, 'Bad Request: message is too long'),
  send('over 32768 bytes', { text: '界'.repeat(11_000) }, 'Bad Request: text is too long'),
  send('unknown parse mode', { parse_mode: 'BBCode' }, 'Bad Request: unsupported parse_mode'),
  html('<p>x</p>', 'Unsupported start tag "p" at byte offset 0'),
  html('é<p>x', 'Unsupported start tag "p" at byte offset 2'),
  html('<b>x', 'Can\'t find end tag corresponding to start tag "b"'),
  html('<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
  html('x</b>', 'Unexpected end tag at byte offset 1'),
  html('<b', 'Unclosed start tag at byte offset 0'),
  html('<b>x</b', 'Unclosed end tag at byte offset 4'),
  html('<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
  html('<a =x>y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
  markdown('a.b', reserved('.')),
  markdown('a-b', reserved('-')),
  markdown('1 > 0', reserved('>')),
  markdown('*x', "Can't find end of Bold entity at byte offset 0"),
  markdown('é_x', "Can't find end of Italic entity at byte offset 2"),
  markdown('||x', "Can't find end of Spoiler entity at byte offset 0"),
  markdown('[x](http://a.b', "Can't find end of a URL at byte offset 4"),
  send(
    'Markdown *x',
    { text: 'é*x', parse_mode: 'Markdown' },
    `${parse}Can't find end of the entity starting at byte offset 2`,
  ),
  send(
    'entity after the end',
    { entities: [{ type: 'bold', offset: 5, length: 1 }] },
    'Bad Request: entity begins after the end of the text at UTF-16 offset 5',
  ),
  send(
    'entity beyond the end',
    { text: 'abc', entities: [{ type: 'bold', offset: 1, length: 9 }] },
    'Bad Request: entity beginning at UTF-16 offset 1 ends after the end of the text at UTF-16 offset 10',
  ),
  send(
    'entity inside a pair',
    { text: 'a😀b', entities: [{ type: 'bold', offset: 2, length: 2 }] },
    'Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 1',
  ),
  send(
    'entity of no known type',
    { entities: [{ type: 'blink', offset: 0, length: 1 }] },
    "Bad Request: can't parse MessageEntity: Unsupported type specified",
  ),
  send(
    'entity without type',
    { entities: [{ offset: 0, length: 1 }] },
    'Bad Request: can\'t parse MessageEntity: Can\'t find field "type"',
  ),
  send('no chat', { chat_id: '' }, 'Bad Request: chat_id is empty'),
  send('a person never met', (f: Facts) => ({ chat_id: f.tom.id + 100 }), missing),
  send('a person it has not met', (f: Facts) => ({ chat_id: f.stranger }), missing),
  send('an unknown group', { chat_id: -100_123 }, missing),
  send('a username of a person', { chat_id: '@mia' }, missing),
  send(
    'a group it was removed from',
    (f: Facts) => ({ chat_id: f.kickedGroup }),
    'Forbidden: bot was kicked from the supergroup chat',
    403,
  ),
  send(
    'a group it left',
    (f: Facts) => ({ chat_id: f.leftGroup }),
    'Forbidden: bot is not a member of the supergroup chat',
    403,
  ),
  send(
    'a deleted group',
    (f: Facts) => ({ chat_id: f.goneGroup }),
    'Forbidden: the group chat was deleted',
    403,
  ),
  send(
    'an upgraded group',
    (f: Facts) => ({ chat_id: f.oldGroup }),
    'Bad Request: group chat was upgraded to a supergroup chat',
  ),
  send(
    'a bot',
    (f: Facts) => ({ chat_id: f.otherBot }),
    "Forbidden: the bot can't send messages to the bot",
    403,
  ),
  send(
    'someone met who never started it',
    (f: Facts) => {
      f.tom.sendText(f.group, '/hi@scrip_bot')
      return { chat_id: f.tom.id }
    },
    "Forbidden: bot can't initiate conversation with a user",
    403,
  ),
]
