import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import type { Language } from '../../../../ui/words.ts'
import { en } from './words.en.ts'
import { placeWords } from './place-words.ts'
import { zh } from './words.zh.ts'

export type Note = {
  readonly item: string
  readonly element: string
  readonly zh: string
  readonly en: string
  readonly kind?: 'lost' | 'changed'
}

/** Item, place and reason of a fault or loss; losses also say whether something went or changed. */
export function noteColumns(language: Language, withKind = false): readonly Column<Note>[] {
  const words = language === 'zh' ? zh : en
  const kind: Column<Note> = {
    key: 'kind',
    title: words.columns.kind,
    text: row => (row.kind === undefined ? '' : words.kinds[row.kind]),
    show: row =>
      row.kind === undefined ? null : <StateWord tone={row.kind === 'lost' ? 'failing' : 'waiting'}>{words.kinds[row.kind]}</StateWord>,
    width: 100,
  }
  return [
    { key: 'item', title: words.columns.item, text: row => row.item, width: 150 },
    ...(withKind ? [kind] : []),
    { key: 'element', title: words.columns.element, text: row => placeWords(row.element, language), width: 180 },
    { key: 'reason', title: words.columns.reason, text: row => row[language] },
  ]
}
