import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readMessageText } from '../../../src/sandbox/telegram/formatted-text.ts'
import type { MessageEntity } from '../../../src/sandbox/telegram/message-entity.ts'
import { Refusal } from '../../../src/sandbox/telegram/refusals.ts'
import { checkLink } from '../../../src/sandbox/telegram/urls.ts'

/** Entities as `type:part`, with the address where there is one. */
function read(source: string, mode = ''): { text: string; parts: string[] } {
  const { text, entities } = readMessageText(source, mode, undefined)
  const part = ({ type, offset, length, url, language }: MessageEntity) =>
    [type, text.slice(offset, offset + length), url ?? language].filter(Boolean).join('|')
  return { text, parts: entities.map(part) }
}

test('every kind of HTML is read, with offsets in UTF-16 units', () => {
  const cases: [string, string[]][] = [
    ['😀<b>bold</b>', ['bold|bold']],
    [
      '<strong>a</strong><em>b</em><ins>c</ins><del>d</del>',
      ['bold|a', 'italic|b', 'underline|c', 'strikethrough|d'],
    ],
    ['<tg-spoiler>a</tg-spoiler> <span class="tg-spoiler">b</span>', ['spoiler|a', 'spoiler|b']],
    ['<a href="https://x.io/?a=1&amp;b=2">x</a>', ['text_link|x|https://x.io/?a=1&b=2']],
    ['<a href="http://localhost/x">x</a>', []],
    ['<code>a &lt;b&gt; http://x.io</code>', ['code|a <b> http://x.io']],
    ['<pre><code class="language-ts">let a</code></pre>', ['pre|let a|ts']],
    ['<blockquote expandable>long</blockquote>', ['expandable_blockquote|long']],
    ['<tg-time unix="1700000000" format="wDT">soon</tg-time>', ['date_time|soon']],
    ['<B>x</B>', ['bold|x']],
    ['<b></b>x', []],
    ['<b>a <i>b</i></b>', ['bold|a b', 'italic|b']],
  ]
  for (const [source, parts] of cases) assert.deepEqual(read(source, 'HTML').parts, parts, source)
  assert.equal(read('a &amp; b &#x41; &nbsp; &copy', 'HTML').text, 'a & b A &nbsp; &copy')
})

test('every kind of MarkdownV2 is read', () => {
  const cases: [string, string[]][] = [
    [
      '*b* _i_ __u__ ~s~ ||p||',
      ['bold|b', 'italic|i', 'underline|u', 'strikethrough|s', 'spoiler|p'],
    ],
    ['*a _b_ c*', ['bold|a b c', 'italic|b']],
    ['`a.b*c`', ['code|a.b*c']],
    ['```ts\nlet a\n```', ['pre|let a|ts']],
    ['[x](https://x.io/a\\)b)', ['text_link|x|https://x.io/a)b']],
    ['![5](tg://emoji?id=5368324170671202286)', ['custom_emoji|5']],
    ['>a\n>b\nc', ['blockquote|a\nb\n']],
    ['>a||', ['expandable_blockquote|a']],
    ['\\*not bold\\*', []],
  ]
  for (const [source, parts] of cases) {
    assert.deepEqual(read(source, 'MarkdownV2').parts, parts, source)
  }
})

test('links, mentions, commands and tags are found where Telegram finds them', () => {
  const cases: [string, string[]][] = [
    ['see https://t.me/scrip_bot?start=s-a_b.', ['url|https://t.me/scrip_bot?start=s-a_b']],
    [
      't.me/x (https://x.io/a_(b)) x.io, 127.0.0.1:80/x',
      ['url|t.me/x', 'url|https://x.io/a_(b)', 'url|x.io', 'url|127.0.0.1:80/x'],
    ],
    ['http://localhost:80/x a.notatld 1.5 a.b', []],
    ['a@b.com me@x', ['email|a@b.com']],
    [
      '/start /a@some_bot a/b //c /d!',
      ['bot_command|/start', 'bot_command|/a@some_bot', 'bot_command|/d'],
    ],
    ['@mia @m a@mia (@tom)', ['mention|@mia', 'mention|@tom']],
    ['#tea #龙井 #1 a#b', ['hashtag|#tea', 'hashtag|#龙井']],
    ['看https://x.io/龙井 好', ['url|https://x.io/龙井']],
    ['“https://x.io/a” https://x.io/b，好', ['url|https://x.io/a', 'url|https://x.io/b，好']],
  ]
  for (const [source, parts] of cases) assert.deepEqual(read(source).parts, parts, source)
  assert.deepEqual(read('<b>see https://x.io now</b>', 'HTML').parts, [
    'bold|see ',
    'url|https://x.io',
    'bold|https://x.io',
    'bold| now',
  ])
})

test('buttons may lead to http, https, tg and ton, with a dot in the host', () => {
  const url = (link: string) => {
    const checked = checkLink(link)
    return checked.type === 'link' ? checked.url : checked.why
  }
  const cases = [
    ['http://127.0.0.1:8080/x', 'http://127.0.0.1:8080/x'],
    ['x.io', 'http://x.io/'],
    ['HTTPS://X.io?a', 'https://x.io/?a'],
    ['tg://resolve?domain=x', 'tg://resolve?domain=x'],
    ['http://localhost/x', 'Wrong HTTP URL'],
    ['ftp://x.io', 'Unsupported URL protocol'],
    ['metamask://wc?uri=x', 'Unsupported URL protocol'],
    ['https://', 'URL host is empty'],
    ['https://x.io:99999', 'Wrong port number specified in the URL'],
    ['https://a b.io', 'Disallowed character in URL host'],
    ['tg://https://x', 'Wrong tg URL'],
  ]
  for (const [link, expected] of cases) assert.equal(url(link ?? ''), expected, link)
})

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const escapeMarkdown = (text: string) => text.replace(/[_*[\]()~`>#+\-=|{}.!\\]/g, '\\$&')

test('any text survives escaping, in both markups', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(text, (raw) => {
      const plain = raw
        .replaceAll('\r', '')
        .replace(/^[ \n]+/, '')
        .trimEnd()
      fc.pre(plain !== '')
      assert.equal(readMessageText(escapeHtml(raw), 'HTML', undefined).text, plain)
      assert.equal(readMessageText(escapeMarkdown(raw), 'MarkdownV2', undefined).text, plain)
    }),
  )
})

test('whatever comes in, the parsers answer with a text whose entities lie inside it, or refuse', () => {
  const soup = fc
    .array(
      fc.constantFrom(
        '<b>',
        '</b>',
        '<a href="x.io">',
        '</a>',
        '<',
        '>',
        '&amp;',
        '*',
        '_',
        '__',
        '||',
        '`',
        '```',
        '[',
        '](x.io)',
        '\n',
        '\\',
        ' ',
        'a',
        '界',
        '😀',
        '!',
        '@mia',
        'x.io',
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(soup, fc.constantFrom('HTML', 'MarkdownV2', 'Markdown', ''), (source, mode) => {
      try {
        const { text, entities } = readMessageText(source, mode, undefined)
        assert.equal(text.isWellFormed(), true)
        for (const { offset, length } of entities) {
          assert.ok(offset >= 0 && length > 0 && offset + length <= text.length)
        }
      } catch (error) {
        assert.ok(error instanceof Refusal, String(error))
        assert.equal(error.code, 400)
      }
    }),
    { numRuns: 500 },
  )
})
