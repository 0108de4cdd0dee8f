import { localDate } from '../../../../kernel/local-date.ts'
import { StateWord, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { showDate } from '../../../../ui/format.ts'
import { fill, useLanguage, useWords } from '../../../../ui/words.ts'
import type { Verdict } from '../../core/predicates/finding.ts'
import type { ToldClause, ToldVerdict } from '../../core/application/verdict.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { en as componentsEn } from '../../../../ui/components/words.en.ts'
import { zh as componentsZh } from '../../../../ui/components/words.zh.ts'

export const verdictTones: Readonly<Record<Verdict, Tone>> = { met: 'done', 'needs-evidence': 'waiting', 'not-met': 'failing' }

type PanelProps = {
  readonly verdict: Pick<ToldVerdict, 'on' | 'verdict' | 'told' | 'clauses'>
  readonly levelName: string
  readonly chosen: string
  readonly onChoose?: (clauseId: string) => void
  readonly incomplete?: number
  /** nothing is stated yet: the clauses stand there unjudged */
  readonly blank?: boolean
}

/** What the standard says to a form, clause by clause: met, unproven or unmet, why, and from which day. */
export function VerdictPanel({ verdict, levelName, chosen, onChoose, incomplete = 0, blank = false }: PanelProps) {
  const words = useWords(zh, en).verdict
  const language = useLanguage()
  return (
    <section className="z-sheet z-verdict" aria-live="polite">
      <div className="z-verdict-head">
        <h2>{words.title}</h2>
        <StateWord tone={blank ? 'idle' : verdictTones[verdict.verdict]} strong={!blank}>
          {blank ? words.unjudged : verdict.told[language]}
        </StateWord>
        <p className="z-note">{fill(words.of, { level: levelName, date: showDate(localDate(verdict.on), language) })}</p>
        {incomplete > 0 && <p className="z-note">{fill(words.incomplete, { n: incomplete })}</p>}
      </div>
      {verdict.clauses.length === 0 && <p className="z-verdict-none">{words.none}</p>}
      <ol>
        {verdict.clauses.map(clause => (
          <ClauseRow key={clause.clauseId} clause={clause} blank={blank} chosen={clause.clauseId === chosen} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  )
}

type RowProps = {
  readonly clause: ToldClause
  readonly blank: boolean
  readonly chosen: boolean
  readonly onChoose: ((clauseId: string) => void) | undefined
}

function ClauseRow({ clause, blank, chosen, onChoose }: RowProps) {
  const words = useWords(zh, en).verdict
  const component = useWords(componentsZh, componentsEn).finding
  const language = useLanguage()
  return (
    <li className={chosen ? 'z-clause z-clause-chosen' : 'z-clause'}>
      <div className="z-clause-head">
        <strong>{fill(component.clause, { number: clause.number })}</strong>
        {!blank && <StateWord tone={verdictTones[clause.verdict]}>{component[clause.verdict]}</StateWord>}
      </div>
      <p>{clause.text}</p>
      <ul className="z-clause-parts">
        {(blank ? [] : clause.parts).map((part, at) => (
          <li key={at}>
            <StateWord tone={verdictTones[part.verdict]}>
              <span className="z-wrap">{part[language]}</span>
            </StateWord>
          </li>
        ))}
      </ul>
      {chosen && !onChoose && <p className="z-clause-mark">{words.chosen}</p>}
      {onChoose && clause.verdict !== 'not-met' && (
        <label className="z-clause-choice">
          <input type="radio" name="clause" checked={chosen} onChange={() => onChoose(clause.clauseId)} />
          {words.choose}
        </label>
      )}
    </li>
  )
}
