import { Link } from 'react-router'
import { dayOf, instant } from '../../../../kernel/instant.ts'
import { type LocalDate, daysBetween } from '../../../../kernel/local-date.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import type { Column } from '../../../../ui/components/table/table-column.ts'
import { showDate, showLeft, showLevel } from '../../../../ui/format.ts'
import type { Language } from '../../../../ui/words.ts'
import { type ShownVersion, stateTones, typeName } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import type { Tab } from './queue-tabs.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

type At = { readonly today: LocalDate | undefined; readonly tab: Tab }
/** From so many days on a deadline asks for attention. */
const SOON_DAYS = 2

/** The columns of a queue; the number of an item leads to its desk, own items to the studio. */
export function queueColumns(language: Language, { today, tab }: At): readonly Column<ShownVersion>[] {
  const words = { zh, en }[language]
  const { state } = { zh: bankZh, en: bankEn }[language]
  const titles = words.columns
  const day = (at: number) => showDate(dayOf(instant(at)), language)
  const left = (row: ShownVersion) =>
    row.dueAt === null || today === undefined ? '' : showLeft(today, dayOf(instant(row.dueAt)), language)
  return [
    { key: 'code', title: titles.code, text: row => row.code, show: row => <Link to={wayTo(row, tab)}>{row.code}</Link> },
    { key: 'version', title: titles.version, text: row => row.version, number: true },
    { key: 'type', title: titles.type, text: row => typeName(row.type, language) },
    { key: 'level', title: titles.level, text: row => showLevel(row.level, language) },
    { key: 'area', title: titles.area, text: row => row.area.join('／'), show: row => row.area.at(-1) },
    {
      key: 'state',
      title: titles.state,
      text: row => state[row.state],
      show: row => <StateWord tone={stateTones[row.state]}>{state[row.state]}</StateWord>,
      hidden: tab === 'review' || tab === 'approve',
    },
    { key: 'due', title: titles.due, text: left, show: row => dueWord(row, left(row), today), sortable: false },
    { key: 'since', title: titles.since, text: row => day(row.stateAt) },
    { key: 'writer', title: titles.writer, text: row => row.writer || words.blind, hidden: tab === 'mine' },
    { key: 'reviewer', title: titles.reviewer, text: row => row.reviewer || '—', hidden: tab === 'review' },
  ]
}

function wayTo({ itemVersionId, itemId, state }: ShownVersion, tab: Tab): string {
  if (tab !== 'mine') return `/items/reviews/${itemVersionId}`
  return state === 'draft' || state === 'returned' ? `/items/studio/${itemVersionId}` : `/items/history/${itemId}`
}

function dueWord(row: ShownVersion, left: string, today: LocalDate | undefined) {
  if (left === '' || today === undefined || row.dueAt === null) return '—'
  const days = daysBetween(today, dayOf(instant(row.dueAt)))
  return <StateWord tone={days < 0 ? 'failing' : days <= SOON_DAYS ? 'waiting' : 'idle'}>{left}</StateWord>
}
