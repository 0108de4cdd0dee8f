import type { AnswerOf } from '../../../ui/client.ts'
import type { Column } from '../../../ui/components/table/table-column.ts'
import type { Language } from '../../../ui/words.ts'
import { IMPORTANCES, type listBankItems, THEORY_TYPES, TYPE_NAMES } from '../contract.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

export type ItemRow = AnswerOf<typeof listBankItems>['items'][number]

/** The columns of the table of items: everything but the content. */
export function itemColumns(language: Language): readonly Column<ItemRow>[] {
  const words = { zh, en }[language]
  const titles = words.columns
  const types = THEORY_TYPES.map(value => ({ value, label: TYPE_NAMES[value][language] }))
  const importances = IMPORTANCES.map(value => ({ value, label: words.importance[value] }))
  return [
    { key: 'code', title: titles.code, text: row => row.code },
    { key: 'type', title: titles.type, text: row => TYPE_NAMES[row.type][language], filter: { choices: types, value: row => row.type } },
    { key: 'area', title: titles.area, text: row => row.area.join('／') },
    { key: 'difficulty', title: titles.difficulty, text: row => row.difficulty, number: true },
    {
      key: 'importance',
      title: titles.importance,
      text: row => words.importance[row.importance],
      filter: { choices: importances, value: row => row.importance },
    },
    { key: 'exposure', title: titles.exposure, text: row => row.exposure, number: true },
    { key: 'writer', title: titles.writer, text: row => row.writer },
    { key: 'reviewer', title: titles.reviewer, text: row => row.reviewer, hidden: true },
    { key: 'version', title: titles.version, text: row => row.version, number: true, hidden: true },
  ]
}
