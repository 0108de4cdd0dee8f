import type { Frozen } from '../../../../kernel/brand.ts'
import { wallClock } from '../../core/world/calendar.ts'
import { worldTime } from '../../core/world/ids.ts'
import type { Message } from './slice.ts'

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** UTF-8 of a well-formed text. */
export function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    if (point < 0x80) bytes.push(point)
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else bytes.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
  }
  return bytes
}

/** Base64 of RFC 4648 §4. */
export function base64(bytes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.slice(i, i + 3)
    out += SIGNS.charAt(a >> 2) + SIGNS.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    out += b === undefined ? '=' : SIGNS.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    out += c === undefined ? '=' : SIGNS.charAt(c & 63)
  }
  return out
}

const PLAIN = /^[\x20-\x7e]*$/

/** Text of a header: as it is in ASCII, otherwise encoded words of RFC 2047, cut between characters, short enough that no line passes 76 signs. */
export function encodedText(text: string): string {
  if (PLAIN.test(text) && !text.includes('=?')) return text
  const words: string[] = []
  let bytes: number[] = []
  for (const sign of text) {
    const more = utf8(sign)
    if (bytes.length + more.length > 39) {
      words.push(`=?UTF-8?B?${base64(bytes)}?=`)
      bytes = []
    }
    bytes.push(...more)
  }
  words.push(`=?UTF-8?B?${base64(bytes)}?=`)
  return words.join('\r\n ')
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `Mon, 02 Mar 2026 09:00:00 +0800` (RFC 5322 §3.3). */
export function mailDate(seconds: number): string {
  const { year, month, day, hour, minute, second, weekday } = wallClock(worldTime(seconds))
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${DAYS[weekday - 1]}, ${two(day)} ${MONTHS[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0800`
}

/** A name and its address; a name of ASCII signs that mean something in a header is quoted. */
function mailbox({ name, addr }: { readonly name: string; readonly addr: string }): string {
  if (name === '') return addr
  const shown = PLAIN.test(name) && /[^\w !#$%&'*+/=?^`{|}~-]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : encodedText(name)
  return `${shown} <${addr}>`
}

function wrapped(encoded: string): string {
  return (encoded.match(/.{1,76}/g) ?? []).join('\r\n')
}

/** One address a line, so that no line of a header is too long. */
function listed(addrs: readonly string[]): string {
  return addrs.join(',\r\n ')
}

function headersOf(m: Frozen<Message>): string[] {
  const line = (name: string, value: string | null): string[] => (value === null || value === '' ? [] : [`${name}: ${value}`])
  return [
    `Date: ${mailDate(m.at)}`,
    `From: ${mailbox(m.from)}`,
    ...line('Reply-To', m.replyTo),
    ...line('To', listed(m.to)),
    ...line('Cc', listed(m.cc)),
    `Subject: ${encodedText(m.subject.replace(/[\r\n]+/g, ' '))}`,
    `Message-ID: ${m.messageId}`,
    ...line('In-Reply-To', m.inReplyTo),
    ...line('References', m.inReplyTo),
    ...line('List-Unsubscribe', m.list === null ? null : `<mailto:${m.list}?subject=unsubscribe>`),
    'MIME-Version: 1.0',
  ]
}

function textPart(text: string): string {
  const body = wrapped(base64(utf8(text.replace(/\r?\n/g, '\r\n'))))
  return `Content-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`
}

/** RFC 2231 name of a file beside the plain one. */
function fileName(name: string): string {
  const safe = utf8(name)
    .map(byte =>
      /[A-Za-z0-9.-]/.test(String.fromCharCode(byte)) && byte < 128
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
  return PLAIN.test(name) ? `filename="${name.replace(/[\\"]/g, '_')}"` : `filename*=UTF-8''${safe}`
}

type Body = Frozen<Pick<Message, 'text' | 'attachments'>>
type ContentOf = (digest: string) => string | null

/**
 * The body of a letter with its own headers: what S/MIME signs and seals. `contentOf` gives the base64 of a file by its digest;
 * a file whose content is kept elsewhere is named, with a note instead of its bytes.
 */
export function entityOf({ text, attachments }: Body, id: string, contentOf: ContentOf): string {
  if (attachments.length === 0) return textPart(text)
  const line = boundary(id, 'part')
  const files = attachments.map(file => {
    const content = contentOf(file.digest)
    const type = content === null ? 'text/plain; charset=UTF-8' : file.mime
    const bytes = content ?? base64(utf8('（附件内容未随原文导出）'))
    return `Content-Type: ${type}\r\nContent-Disposition: attachment; ${fileName(file.name)}\r\nContent-Transfer-Encoding: base64\r\n\r\n${wrapped(bytes)}\r\n`
  })
  const bodies = [textPart(text), ...files].map(part => `--${line}\r\n${part}`).join('')
  return `Content-Type: multipart/mixed; boundary="${line}"\r\n\r\n${bodies}--${line}--\r\n`
}

function boundary(id: string, kind: string): string {
  return `=_${id.replace(/[^A-Za-z0-9]/g, '')}_${kind}`
}

/** A body beside its detached signature (RFC 8551 §3.5.3). */
export function signedEntity(entity: string, p7s: string, id: string): string {
  const line = boundary(id, 'signed')
  const head = `Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256;\r\n boundary="${line}"\r\n\r\n`
  const signature = `Content-Type: application/pkcs7-signature; name="smime.p7s"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="smime.p7s"\r\n\r\n${wrapped(p7s)}\r\n`
  return `${head}--${line}\r\n${entity}\r\n--${line}\r\n${signature}\r\n--${line}--\r\n`
}

/** An envelope (RFC 8551 §3.3). */
function sealedEntity(p7m: string): string {
  return `Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="smime.p7m"\r\n\r\n${wrapped(p7m)}\r\n`
}

/** The message as RFC 5322 text with CRLF, readable by any mail program, with its signature or envelope. Blind copies are not in it. */
export function emlOf(m: Frozen<Message>, contentOf: ContentOf): string {
  const head = headersOf(m).join('\r\n')
  const { security } = m
  if (security !== null && security.sealed !== null) return `${head}\r\n${sealedEntity(security.sealed)}`
  if (security !== null && security.signed !== null) {
    const { about, signed } = security
    return `${head}\r\n${signedEntity(
      entityOf(m, about, () => null),
      signed,
      about,
    )}`
  }
  return `${head}\r\n${entityOf(m, m.id, contentOf)}`
}
