import type { ReactNode } from 'react'
import { fill, useWords } from '../../words.ts'
import { type Provenance, ProvenanceMark } from '../mark/provenance-mark.tsx'
import { StateWord, type Tone } from '../mark/state-word.tsx'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

export type Verdict = 'met' | 'not-met' | 'needs-evidence'
/** One clause judged: its number and wording, the verdict, and why. */
export type Finding = {
  readonly number: string
  readonly text: string
  readonly verdict: Verdict
  readonly reasons: readonly ReactNode[]
  readonly provenance?: Provenance
  readonly source?: string
}

const tones: Readonly<Record<Verdict, Tone>> = { met: 'done', 'not-met': 'failing', 'needs-evidence': 'waiting' }

/** The findings of a rule engine, clause by clause: wording, verdict, reasons. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords(zh, en).finding
  return (
    <ol className="z-findings">
      {findings.map(finding => (
        <li key={finding.number} className={`z-finding z-finding-${finding.verdict}`}>
          <div className="z-finding-head">
            <span className="z-finding-number">{fill(words.clause, { number: finding.number })}</span>
            <StateWord tone={tones[finding.verdict]} strong>
              {words[finding.verdict]}
            </StateWord>
            {finding.provenance && <ProvenanceMark of={finding.provenance} {...(finding.source && { source: finding.source })} />}
          </div>
          <p className="z-finding-text">{finding.text}</p>
          {finding.reasons.length > 0 && (
            <ul>
              {finding.reasons.map((reason, at) => (
                <li key={at}>{reason}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
