import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { EditionLevel } from '../../contract.ts'
import { originOf } from '../../contract.ts'
import { levelName } from '../saying/level-names.ts'
import { clauseName } from '../saying/name-path.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { passes } from './fact-index.ts'
import { Mark, TakenFrom } from './marks.tsx'
import { useReading } from './reading-context.tsx'

/** 申报条件 level by level, as numbered alternatives. */
export function Eligibility() {
  const { edition, levels } = useReading()
  return levels.map(code => {
    const level = edition.levels.find(one => one.code.value === code)
    return level ? <LevelClauses key={code} level={level} /> : null
  })
}

function LevelClauses({ level }: { readonly level: EditionLevel }) {
  const { edition, only } = useReading()
  const all = useWords(zh, en)
  const words = all.levels
  const language = useLanguage()
  const code = level.code.value
  const clauses = level.eligibility.filter(clause => passes(clause.provenance, only))
  const from = originOf(edition, `levels.${code}.eligibility`)
  if (only !== null && clauses.length === 0) return null
  return (
    <section className="z-std-clauses">
      <h4>
        <span>{levelName(code, language)}</span>
        <span className="z-std-level-name">{level.name.value}</span>
        {level.eligibility.length > 1 && <span className="z-note">{words.atLeast}</span>}
        {from !== edition.id && level.eligibility.length > 0 && <TakenFrom edition={from} />}
      </h4>
      {level.eligibility.length === 0 && <p className="z-std-silent">{words.noClauses}</p>}
      <ol>
        {clauses.map(clause => (
          <li key={clause.id} id={clause.id}>
            <span className="z-std-clause">{fill(words.clause, { n: clause.id.split('-').at(-1) ?? '' })}</span>
            <span className="z-unseen">{clauseName(clause.id, language)}</span>
            <p>
              {clause.text}
              <Mark of={clause.provenance} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
