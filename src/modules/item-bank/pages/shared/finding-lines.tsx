import { StateShape, type Tone } from '../../../../ui/components/mark/state-word.tsx'
import { useLanguage, useWords } from '../../../../ui/words.ts'
import type { Severity } from '../../contract.ts'
import type { Opened } from './use-reading.ts'
import { en } from './words.en.ts'
import { zh } from './words.zh.ts'

const tones: Readonly<Record<Severity, Tone>> = { error: 'failing', warning: 'waiting', note: 'idle' }

/** What the machine noticed about an item, the gravest first. */
export function FindingLines({ findings }: { readonly findings: Opened['findings'] }) {
  const language = useLanguage()
  const words = useWords(zh, en).findings
  const order = Object.keys(tones)
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  if (sorted.length === 0) return <p className="z-note">{words.none}</p>
  return (
    <ul className="z-finding-lines">
      {sorted.map((finding, at) => (
        <li key={at}>
          <StateShape tone={tones[finding.severity]} />
          <span>
            <span className="z-unseen">{words[finding.severity]}</span>
            {finding[language]}
          </span>
        </li>
      ))}
    </ul>
  )
}
