import type { XmlElement } from '../../../../kernel/xml.ts'
import { showMarks } from '../../../../kernel/marks.ts'
import type { Prose } from '../../../interactions/contract.ts'
import type { ExchangeItem, ExchangeMedia, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids, Written } from '../../core/exchange/format.ts'
import { htmlOfProse } from '../../core/exchange/html-text.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { make, writeXml } from '../../core/exchange/tree.ts'
import { bodyOf } from './bodies.ts'
import { tagsOf } from './facts.ts'

/** Writes Moodle XML. Types that Moodle's own kinds cannot hold are told as lost. */
export function writeMoodle(set: ExchangeSet, aids: ReadingAids): Written {
  const losses: Loss[] = []
  const media = new Map(set.media.map(one => [one.media, one]))
  const entries = set.items.flatMap(item => {
    const notes = new Notes(item.code)
    const entry = entryOf(item, new Texts(media, aids), notes)
    losses.push(...notes.losses)
    return entry === null ? [] : [entry]
  })
  return { kind: 'text', extension: 'xml', text: writeXml(make('quiz', {}, entries)), losses }
}

function entryOf(item: ExchangeItem, texts: Texts, notes: Notes): XmlElement | null {
  const body = bodyOf(item, texts, notes)
  if (body === null) return null
  if (item.stimulusId !== null) notes.lost('stimulus', 'Moodle不保存共用材料', 'Moodle holds no shared stimulus')
  const marks = item.marks === null ? [] : [make('defaultgrade', {}, [showMarks(item.marks)])]
  const head = [
    make('name', {}, [make('text', {}, [item.title === '' ? item.code : item.title])]),
    texts.holder('questiontext', body.stem, body.gap),
    ...(body.explanation === null ? [] : [texts.holder('generalfeedback', body.explanation)]),
    ...marks,
    make('idnumber', {}, [item.code]),
  ]
  return make('question', { type: body.kind }, [...head, ...body.children, ...tagsOf(item.facts)])
}

/** Texts of Moodle with the pictures they show lying beside them. */
export class Texts {
  private readonly media: ReadonlyMap<string, ExchangeMedia>
  private readonly aids: ReadingAids

  constructor(media: ReadonlyMap<string, ExchangeMedia>, aids: ReadingAids) {
    this.media = media
    this.aids = aids
  }

  /** `gap` gives what stands for a gap of the stem. */
  holder(name: string, prose: Prose, gap?: (gapId: string) => string): XmlElement {
    const html = htmlOfProse(prose, media => `@@PLUGINFILE@@/${this.fileName(media)}`, gap)
    const files = prose.flatMap(block => (block.kind === 'picture' ? [this.file(block.media)] : []))
    return make(name, { format: 'html' }, [make('text', {}, [html]), ...files])
  }

  /** A text without markup. */
  plain(name: string, text: string, more: Readonly<Record<string, string>> = {}, children: readonly XmlElement[] = []): XmlElement {
    return make(name, { ...more, format: 'plain_text' }, [make('text', {}, [text]), ...children])
  }

  private fileName(media: string): string {
    const type = this.media.get(media)?.mediaType ?? 'image/png'
    return `${media}.${type === 'image/svg+xml' ? 'svg' : type.replace('image/', '')}`
  }

  private file(media: string): XmlElement {
    const bytes = this.media.get(media)?.bytes ?? new Uint8Array()
    return make('file', { name: this.fileName(media), path: '/', encoding: 'base64' }, [this.aids.base64.encode(bytes)])
  }
}
