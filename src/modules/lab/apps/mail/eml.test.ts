import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { worldTime } from '../../core/world/ids.ts'
import { base64, emlOf, encodedText, mailDate, utf8 } from './eml.ts'
import type { Message } from './slice.ts'

const message: Message = {
  id: 'M1001',
  box: 'wang@chaye.lab.test',
  folder: '已发送',
  state: 'sent',
  from: { name: '王芳', addr: 'wang@chaye.lab.test' },
  replyTo: null,
  to: ['zhao@kehu.lab.test', 'qian@kehu.lab.test'],
  cc: ['boss@chaye.lab.test'],
  bcc: ['secret@chaye.lab.test'],
  subject: '回复：询价——明前龙井、雨前龙井、碧螺春三种茶叶的单价与交期（请于三月五日前确认）',
  text: '赵先生：\n680 元/斤。',
  at: 1_772_413_200,
  attachments: [],
  messageId: '<M1001@chaye.lab.test>',
  inReplyTo: '<M1@kehu.lab.test>',
  forwardOf: null,
  list: null,
  links: [],
  recipients: [],
  starred: false,
  auto: false,
  nature: { hidden: { forged: false, bad: [] } },
  security: null,
  openable: true,
  seq: 1,
}

/** Reads back what RFC 2047 §6.2 says: blanks between encoded words fall away. */
function decoded(header: string): string {
  return header
    .replace(/\?=\r\n =\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([A-Za-z0-9+/=]*)\?=/g, (_all, words: string) => Buffer.from(words, 'base64').toString())
}

test('bytes and base64 are those of the machine, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      assert.deepEqual(utf8(text), [...Buffer.from(text)])
      assert.equal(base64(utf8(text)), Buffer.from(text).toString('base64'))
    }),
    { numRuns: 300 },
  )
})

test('any subject can be read back from its encoded words, none of which is too long or cut within a character', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('龙', '😀', 'a', 'é', ' ', '𠮷', '?', '='), { maxLength: 80 }), signs => {
      const text = signs.join('')
      const header = encodedText(text)
      assert.equal(decoded(header), text)
      for (const line of header.split('\r\n')) {
        assert.ok(line.trim().length <= 75 || /^[\x20-\x7e]*$/.test(text), line)
        for (const [, word = ''] of line.matchAll(/=\?UTF-8\?B\?([^?]*)\?=/g))
          assert.ok(!Buffer.from(word, 'base64').toString().includes('\ufffd'))
      }
    }),
    { numRuns: 300 },
  )
})

test('the head names sender, recipients, subject, time and thread; blind copies stay blind', () => {
  const eml = emlOf(message, () => null)
  const [head = '', body = ''] = eml.split('\r\n\r\n')
  assert.match(head, /^Date: Mon, 02 Mar 2026 09:00:00 \+0800\r\nFrom: =\?UTF-8\?B\?546L6Iqz\?= <wang@chaye\.lab\.test>\r\n/)
  assert.match(head, /\r\nTo: zhao@kehu\.lab\.test,\r\n qian@kehu\.lab\.test\r\nCc: boss@chaye\.lab\.test\r\n/)
  assert.match(head, /\r\nMessage-ID: <M1001@chaye\.lab\.test>\r\nIn-Reply-To: <M1@kehu\.lab\.test>\r\n/)
  assert.equal(decoded(/Subject: ([\s\S]*?)\r\nMessage-ID/.exec(head)?.[1] ?? ''), message.subject)
  assert.ok(!eml.includes('secret@'))
  assert.equal(Buffer.from(body, 'base64').toString(), '赵先生：\r\n680 元/斤。')
  assert.ok(eml.split('\r\n').every(line => line.length <= 78 && !line.includes('\n')))
})

test('a header cannot be smuggled in through a subject or a name', () => {
  const eml = emlOf(
    { ...message, subject: 'a\r\nBcc: x@y.test', from: { name: 'Wang, "Fang" <x>', addr: 'wang@chaye.lab.test' } },
    () => null,
  )
  assert.ok(!/\r\nBcc:/.test(eml))
  assert.match(eml, /From: "Wang, \\"Fang\\" <x>" <wang@/)
})

test('attachments are parts of their own, with names in any script', () => {
  const attachments = [
    { name: '报价单.xlsx', mime: 'application/octet-stream', bytes: 3, digest: 'd1' },
    { name: 'list.pdf', mime: 'application/pdf', bytes: 9, digest: 'd2' },
  ]
  const eml = emlOf({ ...message, attachments }, digest => (digest === 'd1' ? base64([1, 2, 3]) : null))
  const line = /boundary="([^"]+)"/.exec(eml)?.[1] ?? ''
  const parts = eml.split(`--${line}`)
  assert.equal(parts.length, 5)
  assert.match(parts[2] ?? '', /filename\*=UTF-8''%E6%8A%A5%E4%BB%B7%E5%8D%95\.xlsx\r\n[\s\S]*AQID/)
  assert.match(parts[3] ?? '', /filename="list\.pdf"/)
  assert.equal(parts[4], '--\r\n')
})

test('dates are those of the machine in Beijing, for two centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 7_000_000_000 }), seconds => {
      assert.equal(mailDate(worldTime(seconds)), new Date((seconds + 8 * 3600) * 1000).toUTCString().replace('GMT', '+0800'))
    }),
  )
})
