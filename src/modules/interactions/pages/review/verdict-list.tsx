import { useWords } from '../../../../ui/words.ts'
import { en } from '../words.en.ts'
import { zh } from '../words.zh.ts'

/** One place of an item after the fact. `wanted` is null while the key may not be shown. */
export type VerdictRow = {
  readonly id: string
  readonly label: string
  readonly given: string | null
  readonly isRight: boolean | null
  readonly wanted: string | null
}

/** Place by place: what was given, whether it was right, what it should have been. */
export function VerdictList({ rows }: { readonly rows: readonly VerdictRow[] }) {
  const words = useWords(zh, en)
  return (
    <ul className="z-outcomes">
      {rows.map(row => {
        const verdict = verdictOf(row)
        return (
          <li className={`z-outcome z-outcome-${verdict ?? 'plain'}`} key={row.id}>
            <span className="z-outcome-label">{row.label}</span>
            <span className="z-outcome-given">{row.given ?? <em>{words.nothing}</em>}</span>
            {verdict === null || verdict === 'missed' ? null : <strong className="z-option-verdict">{words[verdict]}</strong>}
            {row.wanted === null || verdict === 'verdictRight' ? null : (
              <span className="z-outcome-wanted">
                {words.wanted} <b>{row.wanted}</b>
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function verdictOf({ given, isRight }: VerdictRow): 'verdictRight' | 'verdictWrong' | 'missed' | null {
  if (isRight === null) return null
  if (isRight) return 'verdictRight'
  return given === null ? 'missed' : 'verdictWrong'
}
