import type { FieldFault } from '../../../../../kernel/result.ts'
import { StateShape, type Tone } from '../../../../../ui/components/mark/state-word.tsx'
import { type Language, fill, useLanguage, useWords } from '../../../../../ui/words.ts'
import type { Severity } from '../../../contract.ts'
import { pathOfPlace } from '../places.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'
import type { Checks } from './use-checks.ts'

const TONES: Readonly<Record<Severity, Tone>> = { error: 'failing', warning: 'waiting', note: 'idle' }

type Props = {
  readonly faults: readonly FieldFault[]
  /** Whether the writer has tried to send: then what is missing is a fault and no longer only a next step. */
  readonly strict: boolean
  readonly checks: Checks
  readonly onGo: (path: string) => void
}

/** What is missing, and what the machine noticed; each line leads to its field. */
export function CheckList({ faults, strict, checks, onGo }: Props) {
  const words = useWords(zh, en).check
  const language = useLanguage()
  const { findings, busy, failed } = checks
  return (
    <section className="z-checks" aria-label={words.title} aria-live="polite">
      {faults.length > 0 && (
        <>
          <h3>{fill(words.faults, { n: faults.length })}</h3>
          <ul>
            {groupsOf(faults, language).map(([text, group]) => (
              <Line
                key={text}
                tone={strict ? 'failing' : 'idle'}
                text={group.length === 1 ? text : fill(words.times, { text, n: group.length })}
                onGo={() => onGo(group[0]?.path ?? '')}
              />
            ))}
          </ul>
        </>
      )}
      {findings.length > 0 && (
        <>
          <h3>{fill(words.findings, { n: findings.length })}</h3>
          <ul>
            {findings.map(finding => (
              <Line
                key={`${finding.code} ${finding.place}`}
                tone={TONES[finding.severity]}
                note={words.severities[finding.severity]}
                text={finding[language]}
                onGo={finding.place === '' ? undefined : () => onGo(pathOfPlace(finding.place))}
              />
            ))}
          </ul>
        </>
      )}
      {failed ? (
        <p className="z-note">
          {words.failed}：{failed.told[language]}
        </p>
      ) : (
        faults.length + findings.length === 0 && (
          <p className="z-checks-clean">
            <StateShape tone={busy ? 'running' : 'done'} />
            {busy ? words.busy : words.clean}
          </p>
        )
      )}
    </section>
  )
}

/** Faults with the same words stand on one line, which leads to the first of them. */
function groupsOf(faults: readonly FieldFault[], language: Language): [string, FieldFault[]][] {
  return [...Map.groupBy(faults, fault => fault[language].replace(/[。.]$/, ''))]
}

function Line({
  tone,
  note,
  text,
  onGo,
}: {
  readonly tone: Tone
  readonly note?: string
  readonly text: string
  readonly onGo: (() => void) | undefined
}) {
  return (
    <li>
      <StateShape tone={tone} />
      {onGo ? (
        <button type="button" className="z-check-line" onClick={onGo}>
          {text}
        </button>
      ) : (
        <span className="z-check-line">{text}</span>
      )}
      {note !== undefined && <span className="z-note">{note}</span>}
    </li>
  )
}
