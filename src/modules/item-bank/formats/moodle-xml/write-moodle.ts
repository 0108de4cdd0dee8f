import type { XmlElement } from '../../../../kernel/xml.ts'
import { showMarks } from '../../../../kernel/marks.ts'
import type { ExchangeItem, ExchangeSet, Loss } from '../../core/exchange/exchange-item.ts'
import type { ReadingAids, Written } from '../../core/exchange/format.ts'
import { Notes } from '../../core/exchange/notes.ts'
import { make, writeXml } from '../../core/exchange/text/tree.ts'
import { bodyOf } from './bodies.ts'
import { tagsOf } from './facts.ts'
import { Texts } from './texts.ts'

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
