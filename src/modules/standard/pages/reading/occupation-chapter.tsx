import { useWords } from '../../../../ui/words.ts'
import type { LevelCode } from '../../contract.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { Chapter } from './chapter.tsx'
import { Eligibility } from './eligibility.tsx'
import { type FactIndex, type Only, passes } from './fact-index.ts'
import { LevelsTable, TimesTable } from './level-tables.tsx'
import { LEVEL_FIELDS, type Line, OCCUPATION_LINES, REVIEW_FIELDS, TIME_FIELDS } from './outline.ts'
import { useReading } from './reading-context.tsx'
import { NumberedLine } from './statement.tsx'

/** 1 职业概况, from the name to how it is assessed. */
export function OccupationChapter() {
  const { facts, levels, only } = useReading()
  return (
    <Chapter number="1" id="occupation">
      {OCCUPATION_LINES.map(line => (
        <NumberedLine key={line.number} line={line}>
          {tables.has(line.key) && hasTables(line.key, facts, levels, only) && <LineTables line={line} />}
        </NumberedLine>
      ))}
    </Chapter>
  )
}

const tables = new Set<Line['key']>(['levels', 'eligibility', 'assessment'])

/** Is anything of the line's tables stated, and left under the filter? Without a filter 申报条件 always stands, saying where it is silent. */
function hasTables(key: Line['key'], facts: FactIndex, levels: readonly LevelCode[], only: Only): boolean {
  if (key === 'eligibility') return only === null || facts.all.some(fact => fact.section === 'eligibility' && passes(fact.provenance, only))
  const fields =
    key === 'levels'
      ? LEVEL_FIELDS.map(field => [field])
      : [...TIME_FIELDS.map(field => [field]), ...REVIEW_FIELDS.map(field => ['review', field])]
  return levels.some(level =>
    fields.some(field => {
      const fact = facts.at('levels', level, ...field)
      return fact !== undefined && fact.value !== null && passes(fact.provenance, only)
    }),
  )
}

function LineTables({ line }: { readonly line: Line }) {
  switch (line.key) {
    case 'levels':
      return <LevelsTable />
    case 'eligibility':
      return <Eligibility />
    case 'assessment':
      return <Times />
    default:
      return null
  }
}

function Times() {
  const words = useWords(zh, en).lines
  return (
    <section className="z-std-times">
      <h4>{words.times}</h4>
      <TimesTable />
    </section>
  )
}
