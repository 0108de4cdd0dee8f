import { createHash } from 'node:crypto'
import { type RefusalCatalogue, fillText } from '../../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../../kernel/result.ts'
import { readHtml } from '../../../../platform/markup/read-html.ts'
import { readXml } from '../../../../platform/markup/read-xml.ts'
import { xmlRefusals } from '../../../../platform/markup/xml-refusals.ts'
import type { ReadingAids } from '../../core/exchange/format.ts'

export type Told = { readonly zh: string; readonly en: string }

/** What formats are handed: the libraries that a pure room may not import. `inspectPicture` is the bank's rule for pictures. */
export function readingAids(inspectPicture: ReadingAids['inspectPicture']): ReadingAids {
  const decoder = new TextDecoder('utf-8')
  const encoder = new TextEncoder()
  return {
    readXml: text => {
      const read = readXml(text)
      return read.ok ? read : { ok: false, refusal: told(read.refusal, xmlRefusals) }
    },
    readHtml,
    sha256: bytes => createHash('sha256').update(bytes).digest('hex'),
    utf8: { decode: bytes => decoder.decode(bytes), encode: text => encoder.encode(text) },
    base64: { decode: text => new Uint8Array(Buffer.from(text, 'base64')), encode: bytes => Buffer.from(bytes).toString('base64') },
    inspectPicture,
  }
}

/** A refusal of the platform in words. */
export function told({ code, facts }: Refusal, catalogue: RefusalCatalogue): Told {
  const text = catalogue[code]
  return text === undefined ? { zh: code, en: code } : { zh: fillText(text.zh, facts), en: fillText(text.en, facts) }
}
