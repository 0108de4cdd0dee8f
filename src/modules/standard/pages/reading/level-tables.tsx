import { useLanguage, useWords } from '../../../../ui/words.ts'
import type { Fact, LevelCode } from '../../contract.ts'
import { levelName } from '../saying/level-names.ts'
import { sayValue } from '../saying/say-value.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { passes } from './fact-index.ts'
import { Mark } from './marks.tsx'
import { type LEVEL_FIELDS, REVIEW_FIELDS, TIME_FIELDS } from './outline.ts'
import { useReading } from './reading-context.tsx'

type Column = { readonly key: string; readonly title: string; readonly fields: readonly (readonly string[])[] }

/** 职业等级: the name, grade and hours of each level. */
export function LevelsTable() {
  const words = useWords(zh, en).levels
  const own = (field: (typeof LEVEL_FIELDS)[number]) => [field]
  return (
    <LevelTable
      columns={[
        { key: 'name', title: words.name, fields: [own('name')] },
        { key: 'hours', title: words.hours, fields: [own('trainingHours')] },
        { key: 'note', title: words.note, fields: [own('note')] },
      ]}
      graded
    />
  )
}

/** 鉴定时间: length and time of day of each paper, and the review. */
export function TimesTable() {
  const words = useWords(zh, en).levels
  const [theory, theoryTime, skill, skillTime] = TIME_FIELDS
  return (
    <LevelTable
      columns={[
        { key: 'theory', title: words.theory, fields: [[theory], [theoryTime]] },
        { key: 'skill', title: words.skill, fields: [[skill], [skillTime]] },
        { key: 'review', title: words.review, fields: REVIEW_FIELDS.map(field => ['review', field]) },
      ]}
    />
  )
}

/** One row a level, high levels below; columns in which nothing is stated are left out. */
function LevelTable({ columns, graded = false }: { readonly columns: readonly Column[]; readonly graded?: boolean }) {
  const { levels, facts, only } = useReading()
  const words = useWords(zh, en).levels
  const cellOf = (level: LevelCode, column: Column): readonly Fact[] =>
    column.fields.flatMap(field => {
      const fact = facts.at('levels', level, ...field)
      return fact && fact.value !== null && passes(fact.provenance, only) ? [fact] : []
    })
  const shown = columns.filter(column => levels.some(level => cellOf(level, column).length > 0))
  if (shown.length === 0) return null
  return (
    <div className="z-std-scroll">
      <table className="z-std-table">
        <thead>
          <tr>
            <th scope="col">{words.level}</th>
            {shown.map(column => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levels.map(level => (
            <tr key={level}>
              <LevelHead level={level} graded={graded} />
              {shown.map(column => (
                <td key={column.key}>
                  <Cell facts={cellOf(level, column)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LevelHead({ level, graded }: { readonly level: LevelCode; readonly graded: boolean }) {
  const { facts, only } = useReading()
  const language = useLanguage()
  const grade = graded ? facts.at('levels', level, 'nationalGrade') : undefined
  return (
    <th scope="row">
      {levelName(level, language)}
      {grade && grade.value !== null && passes(grade.provenance, only) && <Mark of={grade.provenance} from={grade.from} />}
    </th>
  )
}

function Cell({ facts }: { readonly facts: readonly Fact[] }) {
  const language = useLanguage()
  if (facts.length === 0) return <span className="z-std-dash">—</span>
  return facts.map(fact => (
    <span key={fact.path.join('.')} className="z-std-cell">
      {sayValue(fact.path, fact.value, language).join(' ')}
      <Mark of={fact.provenance} from={fact.from} />
    </span>
  ))
}
