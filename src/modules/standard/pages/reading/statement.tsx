import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import type { Fact } from '../../contract.ts'
import { namePath } from '../saying/name-path.ts'
import { sayValue } from '../saying/say-value.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import { passes } from './fact-index.ts'
import { Mark, NothingLeft } from './marks.tsx'
import { type Line, pathsOf } from './outline.ts'
import { useReading } from './reading-context.tsx'

/** The statements of a line that pass the filter. */
export function useFacts(line: Pick<Line, 'paths'>): readonly Fact[] {
  const { facts, levels, only } = useReading()
  return pathsOf(line, levels).flatMap(path => {
    const fact = facts.at(...path)
    return fact && passes(fact.provenance, only) ? [fact] : []
  })
}

/** A numbered line of the text: number and heading left, what it says right. Under a filter a line without a match disappears. */
export function NumberedLine({ line, children }: { readonly line: Line; readonly children?: ReactNode }) {
  const { only } = useReading()
  const words = useWords(zh, en).lines
  const stated = useFacts(line)
  if (only !== null && stated.length === 0 && !children) return null
  return (
    <div className="z-std-line" id={anchorOf(line.number)}>
      <h3>
        <span className="z-std-number">{line.number}</span>
        {words[line.key]}
      </h3>
      <div className="z-std-says">
        {stated.length > 0 ? (
          <Statements facts={stated} named={stated.length > 1 || line.paths.length > 4} />
        ) : (
          !children && <NothingLeft />
        )}
        {children}
      </div>
    </div>
  )
}

export function anchorOf(number: string): string {
  return `s${number.replaceAll('.', '-')}`
}

/** Statements below each other; `named` puts the name of each in front of it. */
export function Statements({ facts, named }: { readonly facts: readonly Fact[]; readonly named: boolean }) {
  const language = useLanguage()
  if (!named) return facts.map(fact => <Said key={fact.path.join('.')} fact={fact} />)
  return (
    <dl className="z-std-named">
      {facts.map(fact => (
        <div key={fact.path.join('.')}>
          <dt>{namePath(fact.path, language).join(language === 'zh' ? '：' : ': ')}</dt>
          <dd>
            <Said fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What one statement says, line by line, with its mark behind the last. */
export function Said({ fact }: { readonly fact: Fact }) {
  const language = useLanguage()
  const lines = sayValue(fact.path, fact.value, language)
  return lines.map((line, at) => (
    <p key={line}>
      {line}
      {at === lines.length - 1 && <Mark of={fact.provenance} from={fact.from} />}
    </p>
  ))
}
