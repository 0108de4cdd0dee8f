import { dayOf, instant } from '../../../../kernel/instant.ts'
import { hundredths, showMarks } from '../../../../kernel/marks.ts'
import type { AnswerOf } from '../../../../ui/client.ts'
import { StateWord } from '../../../../ui/components/mark/state-word.tsx'
import type { Choice, Column } from '../../../../ui/components/table/table-column.ts'
import { showDate } from '../../../../ui/format.ts'
import { type Language, fill } from '../../../../ui/words.ts'
import { INTERACTION_TYPES } from '../../../interactions/contract.ts'
import { IMPORTANCES, type searchItems, VERSION_STATES } from '../../contract.ts'
import { showEstimate, stateTones, typeName } from '../shared/versions.ts'
import { en as bankEn } from '../words.en.ts'
import { zh as bankZh } from '../words.zh.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type FoundVersion = AnswerOf<typeof searchItems>['versions'][number]
/** What a level offers to choose from. */
export type Choices = { readonly areas: readonly Choice[]; readonly points: readonly Choice[]; readonly writers: readonly Choice[] }

/** The columns of the list of items: everything but the content. Those with choices narrow the search. */
export function versionColumns(language: Language, choices: Choices): readonly Column<FoundVersion>[] {
  const words = { zh, en }[language]
  const bank = { zh: bankZh, en: bankEn }[language]
  const titles = words.columns
  const state = (row: FoundVersion) => bank.state[row.state]
  const types = INTERACTION_TYPES.map(value => ({ value, label: typeName(value, language) }))
  const difficulties = [1, 2, 3, 4, 5].map(n => ({ value: String(n), label: String(n) }))
  const plain: readonly Column<FoundVersion>[] = [
    { key: 'code', title: titles.code, text: row => row.code },
    { key: 'version', title: titles.version, text: row => row.version, number: true },
    { key: 'type', title: titles.type, text: row => typeName(row.type, language), filter: { choices: types, value: row => row.type } },
    {
      key: 'point',
      title: titles.point,
      text: row => row.points.join('、'),
      filter: { choices: choices.points, value: row => row.points[0] ?? '', searched: true },
    },
    {
      key: 'area',
      title: titles.area,
      text: row => row.area.join('／'),
      show: row => row.area.at(-1),
      filter: { choices: choices.areas, value: row => row.area.join('／') },
    },
    {
      key: 'difficulty',
      title: titles.difficulty,
      text: row => row.difficulty,
      number: true,
      filter: { choices: difficulties, value: row => String(row.difficulty) },
    },
    {
      key: 'importance',
      title: titles.importance,
      text: row => row.importance,
      filter: { choices: IMPORTANCES.map(value => ({ value, label: bank.importance[value] })), value: row => row.importance },
    },
    {
      key: 'state',
      title: titles.state,
      text: state,
      show: row => <StateWord tone={stateTones[row.state]}>{state(row)}</StateWord>,
      filter: { choices: VERSION_STATES.map(value => ({ value, label: bank.state[value] })), value: row => row.state },
    },
  ]
  return [...plain, ...peopleAndUse(language, choices)].map(column => ({ ...column, sortable: false }))
}

function peopleAndUse(language: Language, choices: Choices): readonly Column<FoundVersion>[] {
  const words = { zh, en }[language]
  const titles = words.columns
  const day = (at: number) => showDate(dayOf(instant(at)), language)
  const uses = (['used', 'unused'] as const).map(value => ({ value, label: words.used[value] }))
  return [
    {
      key: 'writer',
      title: titles.writer,
      text: row => row.writer || words.blind,
      filter: { choices: choices.writers, value: row => row.writer, searched: true },
    },
    {
      key: 'used',
      title: titles.used,
      text: row => row.exposure,
      show: row => (row.exposure === 0 ? words.never : fill(words.times, { n: row.exposure })),
      number: true,
      filter: { choices: uses, value: row => (row.exposure > 0 ? 'used' : 'unused') },
    },
    { key: 'lastUsed', title: titles.lastUsed, text: row => (row.lastUsedAt === null ? '' : day(row.lastUsedAt)), hidden: true },
    { key: 'reviewer', title: titles.reviewer, text: row => row.reviewer, hidden: true },
    { key: 'marks', title: titles.marks, text: row => showMarks(hundredths(row.marks)), number: true, hidden: true },
    { key: 'seconds', title: titles.seconds, text: row => (row.seconds === null ? '' : showEstimate(row.seconds, language)), hidden: true },
    { key: 'changed', title: titles.changed, text: row => day(row.stateAt), hidden: true },
    { key: 'matched', title: titles.matched, text: row => row.matched.map(place => words.matched[place]).join('、'), hidden: true },
  ]
}
